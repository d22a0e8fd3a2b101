using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Plans;

/// <summary>
/// The years that a plan is for, as one number: a calendar year, or a five-year term as its first and last year, 20212025 for 2021–2025. A
/// term has plans of its own, beside those of its years.
/// </summary>
public static class PlanYears
{
    /// <summary>First year of a plan.</summary>
    public const int FirstYear = 1990;

    /// <summary>Last year of a plan.</summary>
    public const int LastYear = 2100;

    const int Shift = 10_000;

    /// <summary>Whether a number is a year or a term that plans may be for.</summary>
    public static bool AreValid(int years) => years is >= FirstYear and <= LastYear
        || (IsTerm(years) && Period.BeginsTerm(First(years)) && Last(years) == First(years) + Period.YearsOfTerm - 1 && First(years) >= FirstYear && Last(years) <= LastYear);

    /// <summary>The first day.</summary>
    public static DateOnly FirstDay(int years) => new(First(years), 1, 1);

    /// <summary>The last day.</summary>
    public static DateOnly LastDay(int years) => new(Last(years), 12, 31);

    /// <summary>The year or the term as a period.</summary>
    public static Period Whole(int years, ReportingCalendar calendar = ReportingCalendar.Civil) =>
        IsTerm(years) ? Period.OfTerm(First(years), calendar) : Period.OfYear(years, calendar);

    /// <summary>From the first day to a day.</summary>
    public static Period SoFar(int years, DateOnly to, ReportingCalendar calendar = ReportingCalendar.Civil) =>
        !IsTerm(years) ? Period.OfYearToDate(to, calendar)
        : to == Whole(years, calendar).To ? Whole(years, calendar) : Period.OfRange(calendar.FirstDayOf(First(years), 1), to, calendar);

    /// <summary>The same days of the year or the term before.</summary>
    public static Period SoFarBefore(int years, Period soFar) => IsTerm(years) && soFar.Kind != PeriodKind.Term
        ? Period.OfRange(soFar.From.AddYears(-Period.YearsOfTerm), soFar.To.AddYears(-Period.YearsOfTerm), soFar.Calendar)
        : soFar.SamePeriodOfPreviousYear();

    /// <summary>
    /// What a period's figure can be held against: the plan of the year that it begins with, or of the term when it begins with the term and
    /// goes beyond the first year; null for any other period.
    /// </summary>
    public static int? Of(Period period)
    {
        var first = period.YearOfFrom;
        return period.From != period.Calendar.FirstDayOf(first, 1) ? null
            : period.Year == first ? first
            : Period.BeginsTerm(first) && period.Year < first + Period.YearsOfTerm ? (first * Shift) + first + Period.YearsOfTerm - 1 : null;
    }

    /// <summary>The plans that a report over a period is held against: of the term for a term, else of the year in which it ends.</summary>
    public static int OfReport(Period period) => period.Kind == PeriodKind.Term ? Of(period)!.Value : period.Year;

    /// <summary>As people write it: năm 2020, giai đoạn 2021–2025.</summary>
    public static string Name(int years) => Whole(years).Name;

    static bool IsTerm(int years) => years >= Shift;

    static int First(int years) => IsTerm(years) ? years / Shift : years;

    static int Last(int years) => IsTerm(years) ? years % Shift : years;
}
