namespace AnSinh.Sbom;

/// <summary>A package that dpkg lists.</summary>
/// <param name="Name">Name.</param>
/// <param name="Version">Version, with epoch and revision.</param>
/// <param name="Architecture">Architecture, such as <c>amd64</c>.</param>
public sealed record DebianPackage(string Name, string Version, string Architecture)
{
    internal Component ToComponent((string Id, string Version) release) => new()
    {
        Reference = $"deb:{Name}@{Version}",
        Name = Name,
        Version = Version,
        Purl = $"pkg:deb/{(release.Id.Length > 0 ? release.Id : "debian")}/{Escape(Name)}@{Escape(Version)}?arch={Architecture}"
            + (release.Id.Length > 0 ? $"&distro={release.Id}-{release.Version}" : ""),
    };

    // Of what Debian's names and versions may hold, a package URL wants the plus escaped; colon and tilde stay.
    static string Escape(string text) => text.Replace("+", "%2B", StringComparison.Ordinal);
}

/// <summary>Reads dpkg's lists: paragraphs of <c>Field: value</c>, parted by an empty line.</summary>
static class DebianPackages
{
    public static IEnumerable<DebianPackage> Read(string file) => File.ReadAllText(file).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Fields)
        .Where(fields => fields.ContainsKey("Package") && fields.ContainsKey("Version") && IsInstalled(fields))
        .Select(fields => new DebianPackage(fields["Package"], fields["Version"], fields.GetValueOrDefault("Architecture", "all")));

    // Lists without a package manager have no status: what they name is there. A package that was removed can stay in dpkg's own list.
    static bool IsInstalled(Dictionary<string, string> fields) =>
        !fields.TryGetValue("Status", out var status) || status.EndsWith(" installed", StringComparison.Ordinal);

    static Dictionary<string, string> Fields(string paragraph)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in paragraph.Split('\n').Where(line => line.Length > 0 && !char.IsWhiteSpace(line[0])))
        {
            if (line.Split(':', 2) is [var name, var value])
            {
                fields[name] = value.Trim();
            }
        }

        return fields;
    }
}
