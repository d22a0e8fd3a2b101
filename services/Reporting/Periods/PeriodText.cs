using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AnSinh.Reporting.Periods;

/// <summary>Periods as callers write them; "stat:" before any form chooses the statutory calendar.</summary>
public static partial class PeriodText
{
    /// <summary>The accepted forms, for messages.</summary>
    public const string Forms =
        "2020, 2020-H1, 2020-Q2, 2020-03, 2020-9M, 2020-YTD-06-30, 2021-2025, 2020-S09-05 or 2020-01-01..2020-06-30, with stat: before it for the statutory calendar";

    private const string StatutoryPrefix = "stat:";

    /// <summary>Reads a period.</summary>
    /// <param name="text">A text in one of the <see cref="Forms"/>; letters in either case.</param>
    /// <param name="period">The period, when the text names one.</param>
    /// <param name="error">Why not, otherwise.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Period? period, [NotNullWhen(false)] out PeriodError? error)
    {
        (period, error) = Read((text ?? "").Trim());
        return period is not null;
    }

    /// <summary>Reads what <see cref="TryParse"/> accepts.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text names no period; the message says why.</exception>
    public static Period Parse(string text) => TryParse(text, out var period, out var error) ? period : throw new FormatException(error.Message);

    /// <summary>The text that reads back as the same period.</summary>
    /// <param name="period">The period.</param>
    public static string Write(Period period)
    {
        var n = period.Ordinal.ToString(CultureInfo.InvariantCulture);
        var year = period.Year.ToString("0000", CultureInfo.InvariantCulture);
        var form = period.Kind switch
        {
            PeriodKind.Month => $"{year}-{period.To.Month.ToString("00", CultureInfo.InvariantCulture)}",
            PeriodKind.Quarter => $"{year}-Q{n}",
            PeriodKind.Half => $"{year}-H{n}",
            PeriodKind.NineMonths => $"{year}-9M",
            PeriodKind.Year => year,
            PeriodKind.Term => $"{period.YearOfFrom.ToString("0000", CultureInfo.InvariantCulture)}-{year}",
            PeriodKind.Season => WriteSeason(period.Calendar.MonthOf(period.From), period.To.Month),
            PeriodKind.YearToDate => $"{year}-YTD-{period.To.ToString("MM-dd", CultureInfo.InvariantCulture)}",
            _ => $"{Iso(period.From)}..{Iso(period.To)}",
        };
        return period.Calendar == ReportingCalendar.Statutory ? StatutoryPrefix + form : form;
    }

    private static (Period? Period, PeriodError? Error) Read(string text)
    {
        var calendar = text.StartsWith(StatutoryPrefix, StringComparison.OrdinalIgnoreCase) ? ReportingCalendar.Statutory : ReportingCalendar.Civil;
        var form = Form().Match(calendar == ReportingCalendar.Statutory ? text[StatutoryPrefix.Length..] : text);
        if (!form.Success)
        {
            return Refuse("period.malformed", $"\"{Shown(text)}\" is no period; write {Forms}.");
        }

        int Number(string group) => int.Parse(form.Groups[group].Value, CultureInfo.InvariantCulture);
        if (form.Groups["end"].Success)
        {
            return ReadTerm(Number("begin"), Number("end"), calendar);
        }

        if (form.Groups["from"].Success)
        {
            return ReadRange(form.Groups["from"].Value, form.Groups["to"].Value, calendar);
        }

        var year = Number("year");
        if (year is < Period.FirstYear or > Period.LastYear)
        {
            return YearOutOfRange(year);
        }

        return form switch
        {
            _ when form.Groups["half"].Success => (Period.OfHalf(year, Number("half"), calendar), null),
            _ when form.Groups["quarter"].Success => (Period.OfQuarter(year, Number("quarter"), calendar), null),
            _ when form.Groups["month"].Success => (Period.OfMonth(year, Number("month"), calendar), null),
            _ when form.Groups["nine"].Success => (Period.OfNineMonths(year, calendar), null),
            _ when form.Groups["first"].Success => ReadSeason(year, Number("first"), Number("last"), calendar),
            _ when form.Groups["day"].Success => ReadYearToDate(year, form.Groups["day"].Value, calendar),
            _ => (Period.OfYear(year, calendar), null),
        };
    }

    private static (Period?, PeriodError?) ReadRange(string from, string to, ReportingCalendar calendar)
    {
        if (!TryDay(from, out var first) || !TryDay(to, out var last))
        {
            return Refuse("period.not_a_day", $"\"{from}..{to}\" names a day that no calendar has; write days as 2020-02-29.");
        }

        if (first.Year is < Period.FirstYear or > Period.LastYear || last.Year is < Period.FirstYear or > Period.LastYear)
        {
            return YearOutOfRange(first.Year is < Period.FirstYear or > Period.LastYear ? first.Year : last.Year);
        }

        return last < first
            ? Refuse("period.inverted", $"\"{from}..{to}\" ends before it begins; write the earlier day first.")
            : (Period.OfRange(first, last, calendar), null);
    }

    private static (Period?, PeriodError?) ReadTerm(int first, int last, ReportingCalendar calendar)
    {
        if (first < Period.FirstYear || last > Period.LastYear)
        {
            return YearOutOfRange(first < Period.FirstYear ? first : last);
        }

        return Period.BeginsTerm(first) && last == first + Period.YearsOfTerm - 1
            ? (Period.OfTerm(first, calendar), null)
            : Refuse("period.not_a_term", $"\"{first}-{last}\" is no five-year term; write one as 2021-2025, any other run of years as 2020-01-01..2024-12-31.");
    }

    private static (Period?, PeriodError?) ReadSeason(int year, int first, int last, ReportingCalendar calendar) =>
        last < first && year == Period.LastYear ? YearOutOfRange(year + 1) : (Period.OfSeason(year, first, last, calendar), null);

    private static (Period?, PeriodError?) ReadYearToDate(int year, string day, ReportingCalendar calendar)
    {
        // The statutory year ends on 14/12 and began on 15/12 of the year before: "stat:2020-YTD-12-20" is 20/12/2019.
        var early = calendar == ReportingCalendar.Statutory && string.CompareOrdinal(day, "12-15") >= 0;
        return TryDay($"{(early ? year - 1 : year).ToString("0000", CultureInfo.InvariantCulture)}-{day}", out var to)
            ? (Period.OfYearToDate(to, calendar), null)
            : Refuse("period.not_a_day", $"{year}-{day} is a day that no calendar has; write days as 06-30.");
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static (Period?, PeriodError?) YearOutOfRange(int year) =>
        Refuse("period.year_out_of_range", $"The year {year} is outside {Period.FirstYear} to {Period.LastYear}.");

    private static (Period?, PeriodError?) Refuse(string code, string message) => (null, new PeriodError(code, message));

    private static string WriteSeason((int Year, int Month) first, int last) => FormattableString.Invariant($"{first.Year:0000}-S{first.Month:00}-{last:00}");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";

    [GeneratedRegex(
        @"^(?:(?<from>[0-9]{4}-[0-9]{2}-[0-9]{2})\.\.(?<to>[0-9]{4}-[0-9]{2}-[0-9]{2})|(?<begin>[0-9]{4})-(?<end>[0-9]{4})|(?<year>[0-9]{4})(?:-(?:H(?<half>[12])|Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])|(?<nine>9M)|S(?<first>0[1-9]|1[0-2])-(?<last>0[1-9]|1[0-2])|YTD-(?<day>[0-9]{2}-[0-9]{2})))?)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
