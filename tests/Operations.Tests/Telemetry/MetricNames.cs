using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace AnSinh.Operations.Tests.Telemetry;

/// <summary>The metrics that a PromQL expression reads.</summary>
static partial class MetricNames
{
    static readonly FrozenSet<string> words = FrozenSet.Create(
        "and", "or", "unless", "bool", "offset", "group_left", "group_right", "by", "without", "on", "ignoring", "inf", "nan");

    public static IReadOnlyList<string> Of(string expression)
    {
        // What remains once texts, selectors, label lists, ranges and names of functions are gone.
        var bare = Text().Replace(expression, "");
        bare = Selector().Replace(bare, "");
        bare = Labels().Replace(bare, "");
        bare = Range().Replace(bare, "");
        return [.. Name().Matches(Function().Replace(bare, "(")).Select(match => match.Value).Where(name => !words.Contains(name.ToLowerInvariant())).Distinct()];
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Text();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Selector();

    [GeneratedRegex(@"\b(by|without|on|ignoring)\s*\([^)]*\)")]
    private static partial Regex Labels();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Range();

    [GeneratedRegex(@"\b[a-z_]+\s*\(")]
    private static partial Regex Function();

    [GeneratedRegex(@"(?<![\w.])[a-zA-Z_:][\w:]*")]
    private static partial Regex Name();
}
