using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Formulas;

/// <summary>Gives the answer to a question that <see cref="BoundExpression.Collect"/> has announced.</summary>
/// <param name="aggregation">The question.</param>
/// <param name="period">The days asked about.</param>
public delegate Rational? AnswerLookup(Aggregation aggregation, Period period);

/// <summary>A formula whose names are resolved. A tree that cannot fail: everything that could was refused when it was bound.</summary>
public abstract record BoundExpression
{
    /// <summary>The same expression over the records that also fulfil the conditions.</summary>
    /// <param name="filters">The conditions.</param>
    public abstract BoundExpression Where(IReadOnlyList<DimensionFilter> filters);

    /// <summary>Announces every question that <see cref="Evaluate"/> will ask.</summary>
    /// <param name="period">The period of the figure.</param>
    /// <param name="ask">Receives each question.</param>
    public abstract void Collect(Period period, Action<Aggregation, Period> ask);

    /// <summary>Computes the figure.</summary>
    /// <param name="period">The period of the figure.</param>
    /// <param name="answer">The answers.</param>
    public abstract Figure Evaluate(Period period, AnswerLookup answer);
}

/// <summary>A number.</summary>
/// <param name="Value">The number.</param>
public sealed record BoundNumber(Rational Value) : BoundExpression
{
    /// <inheritdoc />
    public override BoundExpression Where(IReadOnlyList<DimensionFilter> filters) => this;

    /// <inheritdoc />
    public override void Collect(Period period, Action<Aggregation, Period> ask)
    {
    }

    /// <inheritdoc />
    public override Figure Evaluate(Period period, AnswerLookup answer) => Figure.Of(Value);
}

/// <summary>A question to the ledger.</summary>
/// <param name="Aggregation">The question.</param>
public sealed record BoundAggregation(Aggregation Aggregation) : BoundExpression
{
    /// <inheritdoc />
    public override BoundExpression Where(IReadOnlyList<DimensionFilter> filters) => new BoundAggregation(Aggregation.Where(filters));

    /// <inheritdoc />
    public override void Collect(Period period, Action<Aggregation, Period> ask) => ask(Aggregation, period);

    /// <inheritdoc />
    public override Figure Evaluate(Period period, AnswerLookup answer) => Figure.Of(answer(Aggregation, period));
}

/// <summary>Another indicator, with its factor, or the same over fewer records.</summary>
/// <param name="Code">The indicator's code.</param>
/// <param name="Formula">Its formula.</param>
public sealed record BoundReference(string Code, CheckedFormula Formula) : BoundExpression
{
    /// <inheritdoc />
    public override BoundExpression Where(IReadOnlyList<DimensionFilter> filters) => this with { Formula = Formula.Where(filters) };

    /// <inheritdoc />
    public override void Collect(Period period, Action<Aggregation, Period> ask) => Formula.Root.Collect(period, ask);

    /// <inheritdoc />
    public override Figure Evaluate(Period period, AnswerLookup answer) => Formula.Evaluate(period, answer);
}

/// <summary>The operand at another period.</summary>
/// <param name="Shift">Which.</param>
/// <param name="Operand">The operand.</param>
public sealed record BoundShift(PeriodShift Shift, BoundExpression Operand) : BoundExpression
{
    /// <inheritdoc />
    public override BoundExpression Where(IReadOnlyList<DimensionFilter> filters) => this with { Operand = Operand.Where(filters) };

    /// <inheritdoc />
    public override void Collect(Period period, Action<Aggregation, Period> ask) => Operand.Collect(Shift.From(period), ask);

    /// <inheritdoc />
    public override Figure Evaluate(Period period, AnswerLookup answer) => Operand.Evaluate(Shift.From(period), answer);
}

/// <summary>A figure whose records do not exist yet: it has no value, and neither has what is computed from it.</summary>
public sealed record BoundNothing : BoundExpression
{
    /// <inheritdoc />
    public override BoundExpression Where(IReadOnlyList<DimensionFilter> filters) => this;

    /// <inheritdoc />
    public override void Collect(Period period, Action<Aggregation, Period> ask)
    {
    }

    /// <inheritdoc />
    public override Figure Evaluate(Period period, AnswerLookup answer) => Figure.Of(null);
}
