using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Periods;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.Reporting.Indicators;

/// <summary>One question of a figure to the ledger, with its window and its place in the figure.</summary>
/// <param name="Aggregation">The question.</param>
/// <param name="Period">Its window, shifted where the formula looks at another period.</param>
/// <param name="Role">Its place.</param>
/// <param name="Sign">+1 when it is added there, −1 when it is subtracted.</param>
/// <param name="Linked">Whether it stands for the second measure of people counted across two.</param>
sealed record FigurePart(Aggregation Aggregation, Period Period, PartRole Role, int Sign, bool Linked = false)
{
    /// <summary>First day of the facts that it lists.</summary>
    public DateOnly From => (Linked, Aggregation.Link) switch
    {
        (true, { Relation: PersonRelation.FollowedBy } link) => Moved(Period.From, link.FirstDay),
        (true, _) => DateOnly.MinValue,
        _ => Aggregation.LooksBack ? DateOnly.MinValue : Period.From,
    };

    /// <summary>Last day of the facts that it lists.</summary>
    public DateOnly To => Linked && Aggregation.Link is { Relation: PersonRelation.FollowedBy } link ? Moved(Period.To, link.LastDay) : Period.To;

    /// <summary>The message.</summary>
    public ContributionPart ToMessage(int number) => new()
    {
        Number = number,
        Formula = Aggregation.ToString(),
        Measures = { Aggregation.Kind == AggregationKind.Entered ? [] : Linked ? [Aggregation.Link!.Measure] : Aggregation.Measures },
        Role = Role,
        Sign = Sign,
        From = From == DateOnly.MinValue ? null : WireDate.Of(From),
        To = WireDate.Of(To),
        Filters = { Linked ? [] : Aggregation.Filters.Select(filter => filter.ToString()) },
        Linked = Linked,
    };

    static DateOnly Moved(DateOnly day, int days) => DateOnly.MaxValue.DayNumber - day.DayNumber < days ? DateOnly.MaxValue : day.AddDays(days);
}

/// <summary>Takes figures apart into the questions that they are made of.</summary>
static class FigureParts
{
    /// <summary>The parts in the order of the formula, those of the indicators that it names included.</summary>
    /// <param name="formula">The formula, with the filters of a member if one is asked about.</param>
    /// <param name="period">The period of the figure.</param>
    public static IReadOnlyList<FigurePart> Of(CheckedFormula formula, Period period)
    {
        var parts = new List<FigurePart>();
        Take(formula.Root, period, PartRole.Value, 1, parts);
        return parts;
    }

    static void Take(BoundExpression expression, Period period, PartRole role, int sign, List<FigurePart> parts)
    {
        switch (expression)
        {
            case BoundAggregation { Aggregation: var aggregation }:
                parts.Add(new FigurePart(aggregation, period, role, sign));
                if (aggregation.Link is not null)
                {
                    parts.Add(new FigurePart(aggregation, period, role, sign, true));
                }

                break;
            case BoundReference reference:
                Take(reference.Formula.Root, period, role, sign, parts);
                break;
            case BoundShift shift:
                Take(shift.Operand, shift.Shift.From(period), role, sign, parts);
                break;
            case BoundNegation negation:
                Take(negation.Operand, period, role, -sign, parts);
                break;
            case BoundBinary { Operator: FormulaOperator.Divide, Right: not BoundNumber } ratio:
                Take(ratio.Left, period, role == PartRole.Denominator ? role : PartRole.Numerator, sign, parts);
                // What divides a divisor multiplies: a ÷ (b ÷ c) is a × c ÷ b.
                Take(ratio.Right, period, role == PartRole.Denominator ? PartRole.Numerator : PartRole.Denominator, 1, parts);
                break;
            case BoundBinary binary:
                Take(binary.Left, period, role, sign * SignOf(binary.Right, binary.Operator), parts);
                Take(binary.Right, period, role, binary.Operator switch
                {
                    FormulaOperator.Add => sign,
                    FormulaOperator.Subtract => -sign,
                    _ => sign * SignOf(binary.Left, binary.Operator),
                }, parts);
                break;
        }
    }

    // A factor below 0 turns the sign of what it stands by.
    static int SignOf(BoundExpression other, FormulaOperator by) =>
        other is BoundNumber { Value.Sign: < 0 } && by is FormulaOperator.Multiply or FormulaOperator.Divide ? -1 : 1;
}
