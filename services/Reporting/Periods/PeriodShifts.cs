namespace AnSinh.Reporting.Periods;

/// <summary>The periods that a report compares with.</summary>
public static class PeriodShifts
{
    /// <summary>
    /// The period of the same length just before: March → February, the second half → the first, 2020 → 2019, a term → the term
    /// before. Nine months, year-to-date and seasons have no neighbour of their kind in the year, so theirs is that of the previous year. A range of whole months
    /// moves by as many months (January–February → November–December), any other range by its number of days.
    /// </summary>
    /// <param name="period">The period.</param>
    public static Period Previous(this Period period) => period.Kind switch
    {
        PeriodKind.Month when period.Ordinal > 1 => Period.OfMonth(period.Year, period.Ordinal - 1, period.Calendar),
        PeriodKind.Month => Period.OfMonth(period.Year - 1, 12, period.Calendar),
        PeriodKind.Quarter when period.Ordinal > 1 => Period.OfQuarter(period.Year, period.Ordinal - 1, period.Calendar),
        PeriodKind.Quarter => Period.OfQuarter(period.Year - 1, 4, period.Calendar),
        PeriodKind.Half when period.Ordinal > 1 => Period.OfHalf(period.Year, 1, period.Calendar),
        PeriodKind.Half => Period.OfHalf(period.Year - 1, 2, period.Calendar),
        PeriodKind.Range => PreviousRange(period),
        _ => period.SamePeriodOfPreviousYear(),
    };

    /// <summary>
    /// The same period one year earlier (cùng kỳ năm trước); of a term, which comes every five years, the term before. A range that ends with February ends with February there too,
    /// whichever of the years is a leap year.
    /// </summary>
    /// <param name="period">The period.</param>
    public static Period SamePeriodOfPreviousYear(this Period period) => period.Kind switch
    {
        PeriodKind.Month => Period.OfMonth(period.Year - 1, period.Ordinal, period.Calendar),
        PeriodKind.Quarter => Period.OfQuarter(period.Year - 1, period.Ordinal, period.Calendar),
        PeriodKind.Half => Period.OfHalf(period.Year - 1, period.Ordinal, period.Calendar),
        PeriodKind.NineMonths => Period.OfNineMonths(period.Year - 1, period.Calendar),
        PeriodKind.Year => Period.OfYear(period.Year - 1, period.Calendar),
        PeriodKind.Term => Period.OfTerm(period.YearOfFrom - Period.YearsOfTerm, period.Calendar),
        PeriodKind.Season => SeasonOneYearEarlier(period),
        PeriodKind.YearToDate => Period.OfYearToDate(EndOneYearEarlier(period.To), period.Calendar),
        _ => Period.OfRange(period.From.AddYears(-1), EndOneYearEarlier(period.To), period.Calendar),
    };

    /// <summary>From the first day of the year to the period's last day (luỹ kế từ đầu năm); of a term, the whole term.</summary>
    /// <param name="period">The period.</param>
    public static Period YearToDate(this Period period) => period.Kind == PeriodKind.Term ? period : Period.OfYearToDate(period.To, period.Calendar);

    /// <summary>
    /// The whole year before the one in which the period ends, or before a term begins; its last day is the previous year's end.
    /// </summary>
    /// <param name="period">The period.</param>
    public static Period PreviousYear(this Period period) =>
        Period.OfYear((period.Kind == PeriodKind.Term ? period.YearOfFrom : period.Year) - 1, period.Calendar);

    private static Period SeasonOneYearEarlier(Period season)
    {
        var (year, first) = season.Calendar.MonthOf(season.From);
        return Period.OfSeason(year - 1, first, season.To.Month, season.Calendar);
    }

    private static Period PreviousRange(Period range)
    {
        var end = range.From.AddDays(-1);
        if (range.From.Day != 1 || range.To.AddDays(1).Day != 1)
        {
            return Period.OfRange(range.From.AddDays(-range.Days), end, range.Calendar);
        }

        var after = range.To.AddDays(1);
        var months = ((after.Year - range.From.Year) * 12) + after.Month - range.From.Month;
        return Period.OfRange(range.From.AddMonths(-months), end, range.Calendar);
    }

    private static DateOnly EndOneYearEarlier(DateOnly day) => day.AddDays(1).Day == 1
        ? day.AddDays(1).AddYears(-1).AddDays(-1)
        : day.AddYears(-1);
}
