namespace AnSinh.Architecture.Tests.Sources;

/// <summary>The repository on disk: its root is the first folder upwards that holds the solution.</summary>
static class Repository
{
    static readonly HashSet<string> notOurs = new([".git", ".vs", ".idea", ".artifacts", ".run", "bin", "obj", "node_modules", "TestResults"], StringComparer.Ordinal);

    static readonly HashSet<string> texts = new(
        [".cs", ".csproj", ".props", ".targets", ".proto", ".mjs", ".js", ".css", ".razor", ".sh", ".json", ".yaml", ".yml", ".md", ".sql", ".csv"], StringComparer.Ordinal);

    static readonly Lazy<string> root = new(FindRoot);

    static readonly Lazy<IReadOnlyList<SourceFile>> files = new(() =>
        [.. Enumerate(new DirectoryInfo(root.Value)).OrderBy(file => file.Path, StringComparer.Ordinal)]);

    public static string Root => root.Value;

    /// <summary>Every text file that people wrote or checked in; no output of a build.</summary>
    public static IReadOnlyList<SourceFile> Files => files.Value;

    /// <summary>C# files, generated ones aside.</summary>
    public static IEnumerable<SourceFile> Code => Files.Where(file => file is { IsCSharp: true, IsGenerated: false });

    /// <summary>Project files.</summary>
    public static IReadOnlyList<ProjectFile> Projects =>
        [.. Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)).Select(file => ProjectFile.Parse(file.Path, file.Text))];

    public static string TextOf(string path) => File.ReadAllText(Path.Combine(Root, path));

    static IEnumerable<SourceFile> Enumerate(DirectoryInfo folder) =>
    [
        .. folder.EnumerateFiles().Where(IsText)
            .Select(file => new SourceFile(Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName))),
        .. folder.EnumerateDirectories().Where(inner => !notOurs.Contains(inner.Name)).SelectMany(Enumerate),
    ];

    // Scripts such as tests/run.sh may also stand without an extension, as .ci/run does.
    static bool IsText(FileInfo file) => texts.Contains(file.Extension) || file is { Extension.Length: 0, Directory.Name: ".ci" or "sql" };

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Platform.sln.");
    }
}
