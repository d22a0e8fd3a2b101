using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Measures;

namespace AnSinh.Reporting.Quality.Checks;

/// <summary>The measures from which an indicator is computed.</summary>
static class IndicatorMeasures
{
    /// <summary>Their keys in the ledger; filters are left aside: a rule about records looks at all of a kind.</summary>
    public static int[] Of(IndicatorDefinition indicator) =>
        [.. indicator.Formula.Aggregations.Where(aggregation => aggregation.Kind != AggregationKind.Entered).SelectMany(aggregation => aggregation.Measures).Distinct().Select(MeasureKey.Of)];
}
