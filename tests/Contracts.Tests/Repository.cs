namespace AnSinh.Contracts.Tests;

/// <summary>Where the checked-in files are: the repository's root is the first folder upwards that holds the solution.</summary>
static class Repository
{
    static readonly Lazy<string> root = new(FindRoot);

    public static string Root => root.Value;

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

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
