namespace AnSinh.Sbom;

/// <summary>What the base of an image holds: its .NET runtime and, where it keeps a list as Debian and Ubuntu do, its packages.</summary>
/// <param name="root">Root of its file system.</param>
public sealed class BaseImage(string root)
{
    const string Frameworks = "usr/share/dotnet/shared";

    /// <summary>The shared frameworks.</summary>
    /// <param name="runtimeIdentifier">Platform, such as <c>linux-x64</c>; with it they have the package URL under which their weaknesses are published.</param>
    public IReadOnlyList<Component> SharedFrameworks(string? runtimeIdentifier) => !Directory.Exists(In(Frameworks)) ? [] :
    [
        .. from framework in Directory.GetDirectories(In(Frameworks)).Order(StringComparer.Ordinal)
           from version in Directory.GetDirectories(framework).Order(StringComparer.Ordinal)
           let name = Path.GetFileName(framework)
           let number = Path.GetFileName(version)
           select new Component
           {
               Reference = $"{name}@{number}",
               Name = name,
               Version = number,
               Type = "framework",
               Purl = runtimeIdentifier is null ? null : $"pkg:nuget/{name}.Runtime.{runtimeIdentifier}@{number}",
               Licence = new Licence("MIT", null),
           },
    ];

    /// <summary>The packages of the distribution: from dpkg's list, or from the folder of lists that images without a package manager have.</summary>
    public IReadOnlyList<Component> Packages()
    {
        var release = ReadRelease();
        string[] lists =
        [
            .. File.Exists(In("var/lib/dpkg/status")) ? [In("var/lib/dpkg/status")] : (string[])[],
            .. Directory.Exists(In("var/lib/dpkg/status.d"))
                ? Directory.GetFiles(In("var/lib/dpkg/status.d")).Where(file => !file.EndsWith(".md5sums", StringComparison.Ordinal)) : [],
        ];
        return
        [
            .. lists.SelectMany(DebianPackages.Read).DistinctBy(package => package.Name)
                .OrderBy(package => package.Name, StringComparer.Ordinal).Select(package => package.ToComponent(release)),
        ];
    }

    /// <summary>The distribution; null when the base does not say.</summary>
    public Component? OperatingSystem() => ReadRelease() is { Id: not "", Version: not "" } release
        ? new Component { Reference = $"os:{release.Id}@{release.Version}", Name = release.Id, Version = release.Version, Type = "operating-system" }
        : null;

    (string Id, string Version) ReadRelease()
    {
        var file = new[] { "etc/os-release", "usr/lib/os-release" }.Select(In).FirstOrDefault(File.Exists);
        if (file is null)
        {
            return ("", "");
        }

        var values = File.ReadAllLines(file).Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1].Trim('"'), StringComparer.Ordinal);
        return (values.GetValueOrDefault("ID", ""), values.GetValueOrDefault("VERSION_ID", ""));
    }

    string In(string path) => Path.Combine(root, path);
}
