using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AnSinh.Contracts.Tests.AsyncApi;

/// <summary>What the doc comments of the contracts say, from the file that the compiler writes beside the assembly.</summary>
static partial class DocComments
{
    static readonly Dictionary<Assembly, Dictionary<string, XElement>> files = [];

    /// <summary>Summary of a type as Markdown.</summary>
    public static string Of(Type type) => Text(type.Assembly, $"T:{NameOf(type)}", type);

    /// <summary>Summary of a property as Markdown.</summary>
    public static string Of(PropertyInfo property) =>
        Text(property.Module.Assembly, $"P:{NameOf(property.DeclaringType!)}.{property.Name}", property.DeclaringType!);

    /// <summary>Codes that a comment lists at its beginning or after a colon: those known today, not all that there may ever be.</summary>
    public static IReadOnlyList<string> KnownValues(string comment) => ValuesOf(Listed().Match(comment));

    /// <summary>Values that a comment gives after "such as".</summary>
    public static IReadOnlyList<string> Examples(string comment) => ValuesOf(SuchAs().Match(comment));

    static IReadOnlyList<string> ValuesOf(Match match) => [.. Code().Matches(match.Groups["list"].Value).Select(code => code.Groups["value"].Value)];

    static string Text(Assembly assembly, string member, Type within) => Summaries(assembly).TryGetValue(member, out var summary)
        ? Space().Replace(string.Concat(summary.Nodes().Select(node => Render(node, within))), " ").Trim()
        : throw new InvalidOperationException($"{member} has no doc comment.");

    static Dictionary<string, XElement> Summaries(Assembly assembly)
    {
        lock (files)
        {
            return files.TryGetValue(assembly, out var known) ? known : files[assembly] = Load(Path.ChangeExtension(assembly.Location, ".xml"));
        }
    }

    // White space between two elements is text here.
    static Dictionary<string, XElement> Load(string file) => XDocument.Load(file, LoadOptions.PreserveWhitespace).Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!, StringComparer.Ordinal);

    static string Render(XNode node, Type within) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } cref => $"`{Reference(cref.Value, within)}`",
        XElement element => $"`{element.Value}`",
        _ => "",
    };

    static string Reference(string cref, Type within)
    {
        var parts = cref[2..].Split('.');
        return cref[0] != 'P' ? parts[^1]
            : (parts[^2] == within.Name ? "" : $"{parts[^2]}.") + JsonNamingPolicy.SnakeCaseLower.ConvertName(parts[^1]);
    }

    static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    [GeneratedRegex("(?:^|: )(?<list>`[^`]+`(?:(?:, | or )`[^`]+`)+)")]
    private static partial Regex Listed();

    [GeneratedRegex("such as (?<list>`[^`]+`(?:(?:, | or )`[^`]+`)*)")]
    private static partial Regex SuchAs();

    [GeneratedRegex("`(?<value>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
