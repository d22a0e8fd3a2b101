using System.Text.Json;

namespace AnSinh.Sbom;

/// <summary>What the host loads: the <c>deps.json</c> that a publish writes beside the program. Unlike the lock files of a build it names only what is shipped.</summary>
public sealed class DependencyFile
{
    readonly JsonElement targets;
    readonly JsonElement libraries;

    DependencyFile(JsonElement root)
    {
        var target = root.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
        RuntimeIdentifier = target.Split('/') is [_, var rid] ? rid : null;
        targets = root.GetProperty("targets").GetProperty(target);
        libraries = root.GetProperty("libraries");
    }

    /// <summary>Platform that it was published for, such as <c>linux-x64</c>; null for all.</summary>
    public string? RuntimeIdentifier { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is no such file.</exception>
    public static DependencyFile Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return new DependencyFile(document.RootElement.Clone());
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"{path} is no deps.json of a publish: {fault.Message}", fault);
        }
    }

    /// <summary>The packages and our own assemblies, by reference.</summary>
    /// <param name="licences">Where licences are looked up.</param>
    public IReadOnlyList<Component> Components(PackageLicences licences) =>
    [
        // A "reference" says once more, as an assembly, what a "project" says already.
        .. libraries.EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() != "reference")
            .OrderBy(library => library.Name, StringComparer.OrdinalIgnoreCase).Select(library => Of(library, licences)),
    ];

    Component Of(JsonProperty library, PackageLicences licences)
    {
        var (name, version) = library.Name.Split('/') is [var first, var second] ? (first, second) : throw new FormatException($"\"{library.Name}\" is no library.");
        var isPackage = library.Value.GetProperty("type").GetString() == "package";
        return new Component
        {
            Reference = Reference(name, version),
            Name = name,
            Version = version,
            Purl = isPackage ? $"pkg:nuget/{name}@{version}" : null,
            Sha512 = isPackage ? Sha512(library.Value.GetProperty("sha512").GetString()!) : null,
            Licence = isPackage ? licences.Find(name, version) : null,
            DependsOn = DependenciesOf(library.Name),
        };
    }

    IReadOnlyList<string> DependenciesOf(string library) =>
        targets.TryGetProperty(library, out var target) && target.TryGetProperty("dependencies", out var dependencies)
            ? [.. dependencies.EnumerateObject().Select(one => Reference(one.Name, one.Value.GetString()!)).Order(StringComparer.OrdinalIgnoreCase)]
            : [];

    static string Reference(string name, string version) => $"{name}@{version}";

    // "sha512-" and base64, as web browsers write it.
    static string? Sha512(string integrity) => integrity.Split('-', 2) is ["sha512", var base64]
        ? Convert.ToHexStringLower(Convert.FromBase64String(base64))
        : null;
}
