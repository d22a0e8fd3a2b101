using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Formulas;

/// <summary>The other periods that a formula may ask about, seen from the report's period.</summary>
public enum PeriodShift
{
    /// <summary>The whole previous year; for a stock, its last day.</summary>
    PreviousYearEnd,

    /// <summary>From the first day of the year to the last day of the period.</summary>
    YearToDate,

    /// <summary>The whole year in which the period ends, the days still to come included: what is assigned for the year.</summary>
    WholeYear,

    /// <summary>The period of the same length just before.</summary>
    PreviousPeriod,

    /// <summary>The same period one year earlier.</summary>
    SamePeriodOfPreviousYear,
}

/// <summary>Names and meaning of <see cref="PeriodShift"/>.</summary>
public static class PeriodShiftNames
{
    private static readonly Dictionary<string, PeriodShift> ByName = new(StringComparer.Ordinal)
    {
        ["previous_year_end"] = PeriodShift.PreviousYearEnd,
        ["year_to_date"] = PeriodShift.YearToDate,
        ["whole_year"] = PeriodShift.WholeYear,
        ["previous_period"] = PeriodShift.PreviousPeriod,
        ["same_period_of_previous_year"] = PeriodShift.SamePeriodOfPreviousYear,
    };

    /// <summary>The names that formulas use, for messages.</summary>
    public static string All { get; } = string.Join(", ", ByName.Keys);

    /// <summary>Finds a shift by its name.</summary>
    /// <param name="name">The name in a formula.</param>
    /// <param name="shift">The shift, when there is one.</param>
    public static bool TryGet(string name, out PeriodShift shift) => ByName.TryGetValue(name, out shift);

    /// <summary>The period that the shift leads to.</summary>
    /// <param name="shift">The shift.</param>
    /// <param name="period">The report's period.</param>
    public static Period From(this PeriodShift shift, Period period) => shift switch
    {
        PeriodShift.PreviousYearEnd => period.PreviousYear(),
        PeriodShift.YearToDate => period.YearToDate(),
        PeriodShift.WholeYear => Period.OfYear(period.Year, period.Calendar),
        PeriodShift.PreviousPeriod => period.Previous(),
        _ => period.SamePeriodOfPreviousYear(),
    };
}
