using System.Xml;
using System.Xml.Linq;

namespace AnSinh.Sbom;

/// <summary>Licences of packages, from the descriptions in the folder that NuGet unpacks them into.</summary>
/// <param name="folder">The folder; packages that it lacks have no known licence.</param>
public sealed class PackageLicences(string folder)
{
    /// <summary>Takes the folder that NuGet uses on this machine.</summary>
    public static PackageLicences OfThisMachine() => new(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"));

    /// <summary>Finds the licence of a package; null when its description is not there or names none.</summary>
    public Licence? Find(string name, string version)
    {
        var lower = name.ToLowerInvariant();
        var file = Path.Combine(folder, lower, version.ToLowerInvariant(), lower + ".nuspec");
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            var metadata = XDocument.Load(file).Root!.Elements().First(element => element.Name.LocalName == "metadata").Elements().ToList();
            var licence = metadata.FirstOrDefault(element => element.Name.LocalName == "license");
            return licence?.Attribute("type")?.Value == "expression"
                ? new Licence(licence.Value.Trim(), null)
                : metadata.FirstOrDefault(element => element.Name.LocalName == "licenseUrl")?.Value.Trim() is { Length: > 0 } url ? new Licence(null, url) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
