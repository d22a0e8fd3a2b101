using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Figures;

/// <summary>
/// Whether the figure of two areas together is the sum of theirs. True of counts, sums and stocks and of what is linear in them; not of
/// distinct people (one may have records in both), ratios, and figures that were keyed in.
/// </summary>
static class Additivity
{
    public static bool OverAreas(CheckedFormula formula) => OverAreas(formula.Root);

    static bool OverAreas(BoundExpression expression) => expression switch
    {
        BoundAggregation { Aggregation: { Link: null, Kind: AggregationKind.Count or AggregationKind.Sum or AggregationKind.Stock } } => true,
        BoundReference reference => OverAreas(reference.Formula.Root),
        BoundShift shift => OverAreas(shift.Operand),
        BoundNegation negation => OverAreas(negation.Operand),
        BoundBinary { Operator: FormulaOperator.Add or FormulaOperator.Subtract } sum => OverAreas(sum.Left) && OverAreas(sum.Right),
        BoundBinary { Operator: FormulaOperator.Multiply, Left: BoundNumber } times => OverAreas(times.Right),
        BoundBinary { Operator: FormulaOperator.Multiply or FormulaOperator.Divide, Right: BoundNumber } times => OverAreas(times.Left),
        _ => false,
    };
}
