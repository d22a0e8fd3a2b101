using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Formulas;

/// <summary>Arithmetic of two operands. Without a value on either side there is none in the result.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Left">The left operand.</param>
/// <param name="Right">The right operand.</param>
public sealed record BoundBinary(FormulaOperator Operator, BoundExpression Left, BoundExpression Right) : BoundExpression
{
    /// <inheritdoc />
    public override BoundExpression Where(IReadOnlyList<DimensionFilter> filters) =>
        this with { Left = Left.Where(filters), Right = Right.Where(filters) };

    /// <inheritdoc />
    public override void Collect(Period period, Action<Aggregation, Period> ask)
    {
        Left.Collect(period, ask);
        Right.Collect(period, ask);
    }

    /// <inheritdoc />
    public override Figure Evaluate(Period period, AnswerLookup answer)
    {
        var (left, right) = (Left.Evaluate(period, answer).Value, Right.Evaluate(period, answer).Value);
        return Operator switch
        {
            FormulaOperator.Add => Figure.Of(left + right),
            FormulaOperator.Subtract => Figure.Of(left - right),
            FormulaOperator.Multiply => Figure.Of(left * right),
            _ => new Figure { Value = right is null ? null : left?.DividedBy(right.Value), Numerator = left, Denominator = right },
        };
    }
}

/// <summary>The operand with the other sign.</summary>
/// <param name="Operand">The operand.</param>
public sealed record BoundNegation(BoundExpression Operand) : BoundExpression
{
    /// <inheritdoc />
    public override BoundExpression Where(IReadOnlyList<DimensionFilter> filters) => this with { Operand = Operand.Where(filters) };

    /// <inheritdoc />
    public override void Collect(Period period, Action<Aggregation, Period> ask) => Operand.Collect(period, ask);

    /// <inheritdoc />
    public override Figure Evaluate(Period period, AnswerLookup answer) => Figure.Of(-Operand.Evaluate(period, answer).Value);
}
