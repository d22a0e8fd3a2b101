using System.Text.RegularExpressions;
using AnSinh.Architecture.Tests.Sources;

namespace AnSinh.Architecture.Tests.Rules;

/// <summary>What no file of ours may be or hold, whatever its language.</summary>
static partial class TextRules
{
    /// <summary>Longest file in lines; 60 to 90 are normal.</summary>
    public const int LongestFile = 400;

    static readonly HashSet<string> languages = new([".cs", ".proto", ".mjs", ".js", ".css", ".razor", ".sh"], StringComparer.Ordinal);

    // Folders whose name is laid down elsewhere: a proto package, and the public namespace of a package that we stand in for.
    static readonly string[] givenNames = ["contracts/proto/ansinh/common/", "contracts/samples/common/", "services/MissingPackages/"];

    public static IEnumerable<string> Length(SourceFile file) =>
        !file.IsGenerated && languages.Contains(Path.GetExtension(file.Path)) && file.Lines.Count > LongestFile
            ? [$"{file.Path} has {file.Lines.Count} lines, more than {LongestFile}"]
            : [];

    /// <summary>A drawer takes everything and says nothing; the thing has a better name.</summary>
    public static IEnumerable<string> Drawers(SourceFile file) => givenNames.Any(given => file.Path.StartsWith(given, StringComparison.Ordinal)) ? [] :
    [
        .. file.Path.Split('/')[..^1].Where(folder => Drawer().IsMatch(folder)).Select(folder => $"{file.Path} lies in a drawer: {folder}"),
        .. file.IsCSharp
            ? Namespace().Matches(file.Code).SelectMany(match => match.Groups["name"].Value.Split('.')).Where(part => Drawer().IsMatch(part))
                .Select(part => $"{file.Path} declares a drawer: {part}")
            : [],
    ];

    public static IEnumerable<string> Unfinished(SourceFile file) => file.IsGenerated || !(file.IsCSharp || languages.Contains(Path.GetExtension(file.Path))) ? [] :
        Places(file, file.CodeAndComments, UnfinishedWork(), match => $"holds unfinished work: {match.Value}");

    public static IEnumerable<string> MachinePaths(SourceFile file) =>
        file.IsGenerated ? [] : Places(file, file.Text, MachinePath(), match => $"names a place on one machine: {match.Value}");

    static IEnumerable<string> Places(SourceFile file, string text, Regex pattern, Func<Match, string> what) =>
        pattern.Matches(text).Select(match => $"{file.At(text, match.Index)} {what(match)}");

    [GeneratedRegex("^(utils?|utilities|helpers?|managers?|commons?|misc|shared)$", RegexOptions.IgnoreCase)]
    private static partial Regex Drawer();

    [GeneratedRegex(@"^\s*namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b")]
    private static partial Regex UnfinishedWork();

    [GeneratedRegex(@"(?<![\w.:/$}~-])/(work|home|root|Users|tmp)/\w[\w./-]*|\b[A-Z]:\\\\?(Users|work|src)\b")]
    private static partial Regex MachinePath();
}
