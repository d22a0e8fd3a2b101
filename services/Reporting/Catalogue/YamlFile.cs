using AnSinh.Reporting.Formulas;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AnSinh.Reporting.Catalogue;

/// <summary>Files that are one list of entries under one key.</summary>
internal static class YamlFile
{
    /// <summary>The entries; none, and reported, when the file has another form.</summary>
    public static IEnumerable<YamlNode> Entries(CatalogueText file, string key, CatalogueErrors errors)
    {
        errors.Source = file.Name;
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(file.Text));
        }
        catch (YamlException malformed)
        {
            errors.Add(CatalogueErrors.PositionOf(malformed.Start), "catalogue.yaml", malformed.Message, "well-formed YAML");
            return [];
        }

        if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
        {
            errors.Add(TextPosition.Start, "catalogue.malformed", "the file is no single mapping", $"{key}: a list of entries");
            return [];
        }

        if (!new YamlEntry(root, errors, key).TryNode(key, out var node) || node is not YamlSequenceNode list)
        {
            errors.Add(root, "catalogue.malformed", $"there is no list of {key}", $"{key}: a list of entries");
            return [];
        }

        return list.Children;
    }
}
