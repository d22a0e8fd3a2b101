using System.Globalization;
using AnSinh.Reporting.Periods;
using AnSinh.ServiceKit.Areas;

namespace AnSinh.Reporting.Reports;

/// <summary>Last day for submitting a report, and the text that sets it.</summary>
sealed record ReportDue(DateOnly On, string LegalBasis);

/// <summary>
/// Until when reports are to be submitted, as rows: <c>Reporting:DeadlineFile</c>, or those that come with the service. Decree
/// 09/2019/NĐ-CP fixes when figures close and leaves the day of sending to the text that orders the report (articles 8 and 10), so rows
/// may hold for one template, and a province that has such a text puts its own in. A day that nobody has read in a text says so.
/// </summary>
/// <param name="areas">All units.</param>
/// <param name="rows">The rows.</param>
sealed class ReportDeadlines(AreaDirectory areas, IReadOnlyList<ReportDeadline> rows)
{
    const string BuiltIn = "AnSinh.Reporting.report-deadlines.csv";

    /// <summary>Reads the rows.</summary>
    /// <exception cref="FormatException">A row is wrong; the message says which.</exception>
    public static ReportDeadlines Load(IConfiguration configuration, AreaDirectory areas)
    {
        if (configuration["Reporting:DeadlineFile"] is { Length: > 0 } path)
        {
            return new ReportDeadlines(areas, Read(File.ReadAllText(path), path));
        }

        using var stream = typeof(ReportDeadlines).Assembly.GetManifestResourceStream(BuiltIn)!;
        using var reader = new StreamReader(stream);
        return new ReportDeadlines(areas, Read(reader.ReadToEnd(), BuiltIn));
    }

    /// <summary>When a report is due; null where no row says so.</summary>
    /// <param name="template">Its template: a row of its own goes before one for all.</param>
    /// <param name="period">Its period.</param>
    /// <param name="areaCode">Its area, looked up on the last day.</param>
    public ReportDue? Of(string template, Period period, string areaCode)
    {
        if (areas.Find(areaCode, period.To) is not { } unit)
        {
            return null;
        }

        var fitting = rows.Where(row => row.Calendar == period.Calendar && row.Kind == period.Kind && row.Level == unit.Level && row.IsInForce(period.To)).ToList();
        var found = fitting.FindLast(row => row.Template == template) ?? fitting.FindLast(row => row.Template.Length == 0);
        return found is null ? null : new ReportDue(found.DueAfter(period.To), found.IsVerified ? found.LegalBasis : found.LegalBasis + " (ngày gửi chưa kiểm chứng)");
    }

    static List<ReportDeadline> Read(string text, string source) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => (line, Number: index + 1)).Skip(1).Where(row => row.line.Length > 0)
            .Select(row => ReportDeadline.Read(row.line) ?? throw new FormatException(string.Create(
                CultureInfo.InvariantCulture, $"{source}({row.Number}): \"{row.line}\" is no deadline; write {ReportDeadline.Form}.")))];
}

/// <summary>A deadline: the day of the month in which the period ends, or of a month after it.</summary>
sealed record ReportDeadline(
    ReportingCalendar Calendar, PeriodKind Kind, AreaLevel Level, string Template, int MonthsAfter, int Day, DateOnly ValidFrom, DateOnly? ValidTo, bool IsVerified, string LegalBasis)
{
    public const string Form = "calendar,period,level,template,months_after,day,valid_from,valid_to,status,legal_basis: civil or statutory; month, quarter, half, nine_months or year;"
        + " province, district or commune; name of a template, empty for all; 0 to 12; 1 to 31, the last day where a month is shorter; days as 2021-08-08, the last one empty while"
        + " in force; found or unverified";

    public bool IsInForce(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    public DateOnly DueAfter(DateOnly lastDay)
    {
        var month = new DateOnly(lastDay.Year, lastDay.Month, 1).AddMonths(MonthsAfter);
        return new DateOnly(month.Year, month.Month, Math.Min(Day, DateTime.DaysInMonth(month.Year, month.Month)));
    }

    /// <summary>Reads a row; null when it is none.</summary>
    public static ReportDeadline? Read(string line)
    {
        // The legal basis comes last, so that it may hold commas.
        var parts = line.Split(',', 10);
        DateOnly? to = null;
        return parts.Length == 10
            && CalendarOf(parts[0]) is { } calendar && KindOf(parts[1]) is { } kind && LevelOf(parts[2]) is { } level
            && int.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months <= 12
            && int.TryParse(parts[5], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31
            && DayOf(parts[6]) is { } from && (parts[7].Length == 0 || (to = DayOf(parts[7])) is not null) && parts[8] is ("found" or "unverified") && parts[9].Length > 0
            ? new ReportDeadline(calendar, kind, level, parts[3], months, day, from, to, parts[8] == "found", parts[9])
            : null;
    }

    static ReportingCalendar? CalendarOf(string text) => text switch { "civil" => ReportingCalendar.Civil, "statutory" => ReportingCalendar.Statutory, _ => null };

    static PeriodKind? KindOf(string text) => text switch
    {
        "month" => PeriodKind.Month,
        "quarter" => PeriodKind.Quarter,
        "half" => PeriodKind.Half,
        "nine_months" => PeriodKind.NineMonths,
        "year" => PeriodKind.Year,
        _ => null,
    };

    static AreaLevel? LevelOf(string text) => text switch { "province" => AreaLevel.Province, "district" => AreaLevel.District, "commune" => AreaLevel.Commune, _ => null };

    static DateOnly? DayOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
