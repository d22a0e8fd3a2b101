using System.Text.RegularExpressions;

namespace AnSinh.Contracts.Tests.Protos;

/// <summary>
/// A line-by-line reading of a .proto file that finds its elements and whether each has a comment above it. Descriptors keep no comments at
/// run time, hence the source; a test holds the elements found here against the descriptors, so that none is overlooked.
/// </summary>
sealed partial class ProtoSource
{
    readonly List<ProtoElement> elements = [];
    readonly Stack<string> scopes = new();

    ProtoSource()
    {
    }

    public static IReadOnlyList<ProtoElement> Read(string text)
    {
        var source = new ProtoSource();
        var commented = false;
        foreach (var (index, raw) in text.Split('\n').Index())
        {
            var line = raw.Trim();
            if (line.StartsWith("//", StringComparison.Ordinal))
            {
                commented = true;
                continue;
            }

            source.Take(index + 1, line, commented);
            commented = false;
        }

        return source.elements;
    }

    void Take(int number, string line, bool commented)
    {
        var match = Element().Match(line);
        if (match.Success)
        {
            elements.Add(new ProtoElement(number, match.Groups["name"].Value, [.. scopes.Reverse()], commented));
        }

        if (Extend().IsMatch(line))
        {
            scopes.Push("extend");
        }
        else if (match.Success && line.EndsWith('{'))
        {
            scopes.Push(match.Groups["name"].Value);
        }
        else if (line == "}" && scopes.Count > 0)
        {
            scopes.Pop();
        }
    }

    // service, message, enum, oneof and rpc; fields (plain, repeated, optional, map); enum values.
    [GeneratedRegex(@"^(?:(?:service|message|enum|oneof|rpc)\s+(?<name>\w+)|(?:(?:repeated|optional)\s+)?(?:map<[^>]+>|[\w.]+)\s+(?<name>\w+)\s*=\s*\d+\s*[;\[]|(?<name>[A-Z][A-Z0-9_]*)\s*=\s*\d+\s*[;\[])")]
    private static partial Regex Element();

    [GeneratedRegex(@"^extend\s+[\w.]+\s*\{$")]
    private static partial Regex Extend();
}

/// <summary>One element of a .proto file.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Scopes">What it stands in, outermost first.</param>
/// <param name="Commented">Whether the line above is a comment.</param>
sealed record ProtoElement(int Line, string Name, IReadOnlyList<string> Scopes, bool Commented)
{
    /// <summary>Name within the package, such as <c>Placement.worker</c>.</summary>
    public string Path => string.Join('.', [.. Scopes, Name]);
}
