namespace AnSinh.Reporting.Periods;

/// <summary>Where months begin and end. Two calendars live side by side; a report chooses one.</summary>
public enum ReportingCalendar
{
    /// <summary>Ordinary months, as statistics and most provincial reports use.</summary>
    Civil,

    /// <summary>
    /// Month n runs from the 15th of month n−1 to the 14th of month n; quarters, halves and years likewise. Closing days of
    /// administrative reports, Decree 09/2019/NĐ-CP article 12. The decree has no nine months; local practice is 15/12 to 14/9.
    /// </summary>
    Statutory,
}

/// <summary>The days of both calendars.</summary>
public static class ReportingCalendars
{
    // 15/12 is already in the next statutory year.
    private const int FirstDay = 15;

    /// <summary>The first day of a run of months.</summary>
    /// <param name="calendar">Which calendar.</param>
    /// <param name="year">The year by which the month is named.</param>
    /// <param name="month">1 to 12.</param>
    public static DateOnly FirstDayOf(this ReportingCalendar calendar, int year, int month) => calendar == ReportingCalendar.Civil
        ? new DateOnly(year, month, 1)
        : new DateOnly(year, month, FirstDay).AddMonths(-1);

    /// <summary>The last day of a month.</summary>
    /// <param name="calendar">Which calendar.</param>
    /// <param name="year">The year by which the month is named.</param>
    /// <param name="month">1 to 12.</param>
    public static DateOnly LastDayOf(this ReportingCalendar calendar, int year, int month) => calendar == ReportingCalendar.Civil
        ? new DateOnly(year, month, DateTime.DaysInMonth(year, month))
        : new DateOnly(year, month, FirstDay - 1);

    /// <summary>The month in which a day is counted: 2019-12-15 is in January 2020 of the statutory calendar.</summary>
    /// <param name="calendar">Which calendar.</param>
    /// <param name="day">The day.</param>
    public static (int Year, int Month) MonthOf(this ReportingCalendar calendar, DateOnly day)
    {
        var within = calendar == ReportingCalendar.Statutory && day.Day >= FirstDay ? day.AddDays(1 - day.Day).AddMonths(1) : day;
        return (within.Year, within.Month);
    }

    /// <summary>The year in which a day is counted: 2019-12-15 is in the statutory year 2020.</summary>
    /// <param name="calendar">Which calendar.</param>
    /// <param name="day">The day.</param>
    public static int YearOf(this ReportingCalendar calendar, DateOnly day) =>
        calendar == ReportingCalendar.Statutory && day is { Month: 12, Day: >= FirstDay } ? day.Year + 1 : day.Year;
}
