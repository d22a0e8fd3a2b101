using System.Globalization;
using System.Text.RegularExpressions;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Figures;

/// <summary>Codes and forms of SDMX.</summary>
static partial class Sdmx
{
    /// <summary>Everything together, after the cross-domain code lists.</summary>
    public const string Total = "_T";

    /// <summary>Not known, after the cross-domain code lists.</summary>
    public const string Unknown = "_U";

    // Việt Nam has had one time zone without daylight saving since 1975.
    const string Zone = "+07:00";

    /// <summary>
    /// A period as SDMX writes it (SDMX 3.1 section 6, 4.2): 2020, 2020-S1, 2020-Q2, 2020-03, a term as 2021-01-01/P5Y; any other run of days, and every period of the
    /// statutory calendar, whose days no such name has, as a time range: its first day and how long it lasts, 2020-01-01/P60D.
    /// </summary>
    public static string Of(Period period)
    {
        var year = period.Year.ToString("0000", CultureInfo.InvariantCulture);
        return (period.Calendar, period.Kind) switch
        {
            (ReportingCalendar.Civil, PeriodKind.Year) => year,
            (ReportingCalendar.Civil, PeriodKind.Half) => string.Create(CultureInfo.InvariantCulture, $"{year}-S{period.Ordinal}"),
            (ReportingCalendar.Civil, PeriodKind.Quarter) => string.Create(CultureInfo.InvariantCulture, $"{year}-Q{period.Ordinal}"),
            (ReportingCalendar.Civil, PeriodKind.Month) => string.Create(CultureInfo.InvariantCulture, $"{year}-{period.Ordinal:00}"),
            (ReportingCalendar.Civil, PeriodKind.Term) => string.Create(CultureInfo.InvariantCulture, $"{period.From:yyyy-MM-dd}/P{Period.YearsOfTerm}Y"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{period.From:yyyy-MM-dd}/P{period.Days}D"),
        };
    }

    /// <summary>The first instant of a period.</summary>
    public static string StartOf(Period period) => period.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00" + Zone;

    /// <summary>The last second of a period.</summary>
    public static string EndOf(Period period) => period.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T23:59:59" + Zone;

    /// <summary>Whether a text may be an identifier of a value.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    [GeneratedRegex("^[A-Za-z0-9_@$-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
