using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Plans;

/// <summary>How a figure moves through a year: it decides what is due by a day and which forecasts say anything.</summary>
enum FigureCourse
{
    /// <summary>It grows with the days: counts and sums of what happened.</summary>
    Grows,

    /// <summary>It grows, but not evenly: who was there on the first day is counted on the first day.</summary>
    GrowsUnevenly,

    /// <summary>It stands at a level: stocks and surveyed figures.</summary>
    Level,

    /// <summary>It is a share or a change: it neither grows with the days nor stands.</summary>
    Share,
}

/// <summary>The course of indicators.</summary>
static class FigureCourses
{
    static readonly Period AnyPeriod = Period.OfYear(2020);

    public static FigureCourse CourseOf(IndicatorDefinition indicator) => indicator.Kind switch
    {
        IndicatorKind.Stock or IndicatorKind.Entered => FigureCourse.Level,
        IndicatorKind.Flow => IsEven(indicator.Formula) ? FigureCourse.Grows : FigureCourse.GrowsUnevenly,
        _ => FigureCourse.Share,
    };

    /// <summary>Whether distinct people are counted, who come only once in a year.</summary>
    public static bool CountsPeople(IndicatorDefinition indicator) => indicator.Formula.Aggregations.Any(aggregation => aggregation.Kind == AggregationKind.People);

    static bool IsEven(CheckedFormula formula)
    {
        var even = true;
        formula.Root.Collect(AnyPeriod, (aggregation, period) => even &= !aggregation.LooksBack && period == AnyPeriod);
        return even;
    }
}
