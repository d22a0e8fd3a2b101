namespace AnSinh.Architecture.Tests.Sources;

/// <summary>A text file of the repository.</summary>
/// <param name="Path">Path from the root, with slashes.</param>
/// <param name="Text">Content.</param>
sealed record SourceFile(string Path, string Text)
{
    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>Written by a tool: migrations, and what a tool marks by its name.</summary>
    public bool IsGenerated =>
        Path.Contains("/Migrations/", StringComparison.Ordinal)
        || Path.StartsWith("deploy/sql/", StringComparison.Ordinal)
        || Path.EndsWith(".g.cs", StringComparison.Ordinal)
        || Path.EndsWith("package-lock.json", StringComparison.Ordinal);

    public IReadOnlyList<string> Lines => Text.TrimEnd('\n').Split('\n');

    /// <summary>C# with blanks for comments and text literals.</summary>
    public string Code => CSharpText.Strip(Text, comments: true);

    /// <summary>C# with blanks for text literals only.</summary>
    public string CodeAndComments => IsCSharp ? CSharpText.Strip(Text, comments: false) : Text;

    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>Names a place for people, such as <c>services/X/Y.cs:12</c>.</summary>
    public string At(string text, int position) => $"{Path}:{text.AsSpan(0, position).Count('\n') + 1}";
}
