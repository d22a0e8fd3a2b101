namespace AnSinh.Reporting.Periods;

/// <summary>
/// The days that a report covers, both ends included, with their kind and calendar. Made by the factories here or read from a
/// text by <see cref="PeriodText"/>.
/// </summary>
public sealed record Period
{
    /// <summary>The earliest year that a period may be named by.</summary>
    public const int FirstYear = 1900;

    /// <summary>The latest year that a period may be named by.</summary>
    public const int LastYear = 2100;

    /// <summary>The number of years of a term.</summary>
    public const int YearsOfTerm = 5;

    private Period(DateOnly from, DateOnly to, PeriodKind kind, ReportingCalendar calendar)
    {
        From = from;
        To = to;
        Kind = kind;
        Calendar = calendar;
    }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The last day, included.</summary>
    public DateOnly To { get; }

    /// <summary>What the period is called after.</summary>
    public PeriodKind Kind { get; }

    /// <summary>The calendar by which its months are cut.</summary>
    public ReportingCalendar Calendar { get; }

    /// <summary>The Vietnamese name, as in a report's title: "6 tháng đầu năm 2020".</summary>
    public string Name => PeriodNames.NameOf(this);

    /// <summary>The year in which the first day is counted.</summary>
    public int YearOfFrom => Calendar.YearOf(From);

    /// <summary>The number of days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The year in which the last day is counted.</summary>
    public int Year => Calendar.YearOf(To);

    /// <summary>Which month, quarter or half of its year this is, 1 for the first; 1 for every other kind.</summary>
    public int Ordinal => Kind switch
    {
        PeriodKind.Month => To.Month,
        PeriodKind.Quarter => To.Month / 3,
        PeriodKind.Half => To.Month / 6,
        _ => 1,
    };

    /// <summary>A month.</summary>
    /// <param name="year">The year.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="calendar">The calendar.</param>
    public static Period OfMonth(int year, int month, ReportingCalendar calendar = ReportingCalendar.Civil) =>
        OfMonths(year, month, month, PeriodKind.Month, calendar);

    /// <summary>A quarter (quý).</summary>
    /// <param name="year">The year.</param>
    /// <param name="quarter">1 to 4.</param>
    /// <param name="calendar">The calendar.</param>
    public static Period OfQuarter(int year, int quarter, ReportingCalendar calendar = ReportingCalendar.Civil) =>
        OfMonths(year, (quarter * 3) - 2, quarter * 3, PeriodKind.Quarter, calendar);

    /// <summary>The first or the second six months.</summary>
    /// <param name="year">The year.</param>
    /// <param name="half">1 or 2.</param>
    /// <param name="calendar">The calendar.</param>
    public static Period OfHalf(int year, int half, ReportingCalendar calendar = ReportingCalendar.Civil) =>
        OfMonths(year, (half * 6) - 5, half * 6, PeriodKind.Half, calendar);

    /// <summary>The first nine months.</summary>
    /// <param name="year">The year.</param>
    /// <param name="calendar">The calendar.</param>
    public static Period OfNineMonths(int year, ReportingCalendar calendar = ReportingCalendar.Civil) =>
        OfMonths(year, 1, 9, PeriodKind.NineMonths, calendar);

    /// <summary>A whole year.</summary>
    /// <param name="year">The year.</param>
    /// <param name="calendar">The calendar.</param>
    public static Period OfYear(int year, ReportingCalendar calendar = ReportingCalendar.Civil) =>
        OfMonths(year, 1, 12, PeriodKind.Year, calendar);

    /// <summary>
    /// A five-year term (giai đoạn), by which plans are made: 2016–2020, 2021–2025. Terms begin with the first year of a half decade; any
    /// other run of years is a range.
    /// </summary>
    /// <param name="firstYear">The first year, which ends in 1 or 6.</param>
    /// <param name="calendar">The calendar.</param>
    /// <exception cref="ArgumentException">No term begins with the year.</exception>
    public static Period OfTerm(int firstYear, ReportingCalendar calendar = ReportingCalendar.Civil) => BeginsTerm(firstYear)
        ? new Period(calendar.FirstDayOf(firstYear, 1), calendar.LastDayOf(firstYear + YearsOfTerm - 1, 12), PeriodKind.Term, calendar)
        : throw new ArgumentException($"No term begins with {firstYear}.", nameof(firstYear));

    /// <summary>Whether a five-year term begins with a year.</summary>
    /// <param name="year">The year.</param>
    public static bool BeginsTerm(int year) => year % YearsOfTerm == 1;

    /// <summary>A season: whole months that come again every year; over the end of the year when the last month is before the first.</summary>
    /// <param name="year">The year of the first month.</param>
    /// <param name="first">The first month, 1 to 12.</param>
    /// <param name="last">The last month, 1 to 12.</param>
    /// <param name="calendar">The calendar.</param>
    public static Period OfSeason(int year, int first, int last, ReportingCalendar calendar = ReportingCalendar.Civil) =>
        new(calendar.FirstDayOf(year, first), calendar.LastDayOf(last < first ? year + 1 : year, last), PeriodKind.Season, calendar);

    /// <summary>From the first day of the year in which <paramref name="to"/> is counted, to that day.</summary>
    /// <param name="to">The last day.</param>
    /// <param name="calendar">The calendar.</param>
    public static Period OfYearToDate(DateOnly to, ReportingCalendar calendar = ReportingCalendar.Civil) =>
        new(calendar.FirstDayOf(calendar.YearOf(to), 1), to, PeriodKind.YearToDate, calendar);

    /// <summary>Any run of days.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, not before the first.</param>
    /// <param name="calendar">The calendar by which "the year" of the range is meant.</param>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public static Period OfRange(DateOnly from, DateOnly to, ReportingCalendar calendar = ReportingCalendar.Civil) => to < from
        ? throw new ArgumentException($"The period ends on {to:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}.", nameof(to))
        : new Period(from, to, PeriodKind.Range, calendar);

    /// <summary>Whether the day is in the period.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>The form that <see cref="PeriodText"/> reads back: <c>2020-H1</c>, <c>stat:2020-03</c>, <c>2020-01-01..2020-02-29</c>.</summary>
    public override string ToString() => PeriodText.Write(this);

    private static Period OfMonths(int year, int first, int last, PeriodKind kind, ReportingCalendar calendar) =>
        new(calendar.FirstDayOf(year, first), calendar.LastDayOf(year, last), kind, calendar);
}
