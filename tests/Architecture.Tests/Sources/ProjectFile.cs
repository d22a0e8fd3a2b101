using System.Xml.Linq;

namespace AnSinh.Architecture.Tests.Sources;

/// <summary>What a project refers to.</summary>
sealed record ProjectFile
{
    /// <summary>Path from the root, with slashes.</summary>
    public required string Path { get; init; }

    /// <summary>Paths of the projects that it refers to, from the root.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>Packages, and whether the project gives a version of its own.</summary>
    public required IReadOnlyList<(string Name, bool OwnVersion)> Packages { get; init; }

    /// <summary>File name without extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public static ProjectFile Parse(string path, string xml)
    {
        var elements = XDocument.Parse(xml).Descendants().ToList();
        return new ProjectFile
        {
            Path = path,
            References = [.. elements.Where(element => element.Name.LocalName == "ProjectReference")
                .Select(element => Resolve(path, Attribute(element, "Include")))],
            Packages = [.. elements.Where(element => element.Name.LocalName == "PackageReference")
                .Select(element => (Attribute(element, "Include"), HasVersion(element)))],
        };
    }

    static string Resolve(string project, string include)
    {
        var path = include.Replace("$(MissingPackagesRoot)", "/services/MissingPackages/", StringComparison.Ordinal).Replace('\\', '/');
        var full = System.IO.Path.GetFullPath(path, "/" + System.IO.Path.GetDirectoryName(project));
        return full.TrimStart('/');
    }

    static bool HasVersion(XElement element) =>
        element.Attributes().Select(attribute => attribute.Name.LocalName).Concat(element.Elements().Select(child => child.Name.LocalName))
            .Any(name => name is "Version" or "VersionOverride");

    static string Attribute(XElement element, string name) => element.Attribute(name)?.Value ?? "";
}
