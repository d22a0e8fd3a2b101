using System.CommandLine;
using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Requests;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace AnSinh.AllInOne.Figures;

/// <summary>The options by which a question about figures is asked on the command line.</summary>
sealed class QuestionOptions
{
    static readonly Dictionary<string, AreaRows> levels = new(StringComparer.Ordinal)
    {
        ["units"] = AreaRows.DirectlyBelow,
        ["districts"] = AreaRows.Districts,
        ["communes"] = AreaRows.Communes,
        ["all"] = AreaRows.Subtree,
    };

    readonly Option<string[]> indicators = List("--indicators", "Codes of indicators, such as EMP-01,EMP-02.");
    readonly Option<string> owner = Text("--owner", "All indicators of a department, such as employment, instead of codes.");
    readonly Option<string[]> periods = List("--period", "Periods: 2020, 2020-H1, 2020-Q2, 2020-03, 2020-9M, 2021-2025, 2020-S09-05, 2020-01-01..2020-02-29; stat: before it for the statutory calendar.");
    readonly Option<string> area = Text("--area", "Area code; none is the whole country.");
    readonly Option<string> below = Text("--below", "Rows for units below the area: units (directly below), districts, communes or all.");
    readonly Option<string[]> areas = List("--areas", "Rows for these units, instead of --below.");
    readonly Option<string[]> by = List("--by", "Dimensions to break down by, such as channel,sex; up to 2.");
    readonly Option<string> asOf = Text("--as-of", "As known then: a day (its end, Vietnamese time) or an instant such as 2020-07-01T00:00:00Z.");
    readonly Option<string?> restated = new("--restated") { Description = "In the units of a day (yyyy-MM-dd); of today without one.", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<string> key = Text("--area-key", "With --restated: key by which divided units are shared out.");
    readonly Option<bool> compare = new("--compare") { Description = "Also the same period of the year before." };
    readonly Option<bool> total = new("--total") { Description = "Also a row for all units together." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[indicators, owner, periods, area, below, areas, by, asOf, restated, key, compare, total])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The question.</summary>
    /// <exception cref="FormatException">An option is wrong; the message says which and how.</exception>
    public FigureQuestion Read(ParseResult parsed)
    {
        var question = new FigureQuestion
        {
            Indicators = { Values(parsed, indicators) },
            Owner = parsed.GetValue(owner)!,
            Periods = { Values(parsed, periods) },
            AreaCode = parsed.GetValue(area)!,
            Areas = { Values(parsed, areas) },
            Dimensions = { Values(parsed, by) },
            View = View(parsed),
            Compare = parsed.GetValue(compare),
            Totals = parsed.GetValue(total),
        };
        var level = parsed.GetValue(below)!;
        question.AreaRows = (level.Length, question.Areas.Count) switch
        {
            (0, 0) => AreaRows.Self,
            (0, _) => AreaRows.Listed,
            (_, 0) => levels.TryGetValue(level, out var rows) ? rows : throw new FormatException($"--below: “{level}”; cho phép: {string.Join(", ", levels.Keys)}."),
            _ => throw new FormatException("Chỉ dùng --below hoặc --areas, không dùng cả hai."),
        };
        return question;
    }

    FigureView? View(ParseResult parsed)
    {
        var moment = parsed.GetValue(asOf)!;
        var isRestated = parsed.GetResult(restated) is not null;
        if (moment.Length == 0 && !isRestated && parsed.GetValue(key)!.Length == 0)
        {
            return null;
        }

        return new FigureView
        {
            AsOf = moment.Length == 0 ? null : Timestamp.FromDateTimeOffset(Moment(moment)),
            AreaMode = isRestated ? AreaMode.Restated : AreaMode.AsItWas,
            OutlineOn = parsed.GetValue(restated) is { Length: > 0 } day ? WireDate.Of(Day(day, "--restated")) : null,
            AreaKey = parsed.GetValue(key)!,
        };
    }

    // Việt Nam has had one time zone without daylight saving since 1975.
    static DateTimeOffset Moment(string text) => text.Contains('T', StringComparison.Ordinal)
        ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : throw new FormatException($"--as-of: “{text}” không phải là ngày yyyy-MM-dd hay thời điểm yyyy-MM-ddTHH:mm:ssZ.")
        : new DateTimeOffset(Day(text, "--as-of").ToDateTime(new TimeOnly(23, 59, 59)), TimeSpan.FromHours(7)).ToUniversalTime();

    static DateOnly Day(string text, string option) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new FormatException($"{option}: “{text}” không phải là ngày yyyy-MM-dd.");

    static IEnumerable<string> Values(ParseResult parsed, Option<string[]> option) =>
        (parsed.GetValue(option) ?? []).SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    static Option<string[]> List(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true };

    static Option<string> Text(string name, string description) => new(name) { Description = description, DefaultValueFactory = _ => "" };
}
