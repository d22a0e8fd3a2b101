using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace AnSinh.Reporting.Catalogue;

/// <summary>Reads the values of one YAML mapping and reports what is missing, misspelt or of the wrong form.</summary>
internal sealed class YamlEntry
{
    private readonly YamlMappingNode mapping;
    private readonly CatalogueErrors errors;
    private readonly Dictionary<string, YamlNode> values = new(StringComparer.Ordinal);

    public YamlEntry(YamlMappingNode mapping, CatalogueErrors errors, params string[] allowedKeys)
    {
        this.mapping = mapping;
        this.errors = errors;
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!allowedKeys.Contains(name, StringComparer.Ordinal))
            {
                errors.Add(key, "catalogue.unknown_key", $"\"{name}\" means nothing here", string.Join(", ", allowedKeys));
                continue;
            }

            // "valid_to:" with nothing behind it is the same as leaving it out.
            if (value is not YamlScalarNode { Value: null or "" or "~" or "null", Style: YamlDotNet.Core.ScalarStyle.Plain })
            {
                values[name] = value;
            }
        }
    }

    public YamlNode Node => mapping;

    public bool TryNode(string key, [NotNullWhen(true)] out YamlNode? node) => values.TryGetValue(key, out node);

    /// <summary>A text that has to be there; null, and reported, when it is not.</summary>
    public YamlScalarNode? Required(string key)
    {
        if (!values.TryGetValue(key, out var node))
        {
            errors.Add(mapping, "catalogue.missing", $"\"{key}\" is missing", $"{key}: a text");
            return null;
        }

        return AsText(key, node);
    }

    public YamlScalarNode? Optional(string key) => values.TryGetValue(key, out var node) ? AsText(key, node) : null;

    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> choices, bool required)
        where T : struct
    {
        var node = required ? Required(key) : Optional(key);
        if (node is null)
        {
            return null;
        }

        if (choices.TryGetValue(node.Value!, out var choice))
        {
            return choice;
        }

        errors.Add(node, "catalogue.malformed", $"{key} cannot be \"{node.Value}\"", string.Join(", ", choices.Keys));
        return null;
    }

    public DateOnly? Day(string key, bool required)
    {
        var node = required ? Required(key) : Optional(key);
        if (node is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(node.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors.Add(node, "catalogue.malformed", $"{key} \"{node.Value}\" is no day", "a day such as 2020-06-30");
        return null;
    }

    public IReadOnlyList<YamlScalarNode> Texts(string key)
    {
        if (!values.TryGetValue(key, out var node))
        {
            return [];
        }

        if (node is not YamlSequenceNode list)
        {
            errors.Add(node, "catalogue.malformed", $"{key} is no list", $"{key}: [a, b]");
            return [];
        }

        return [.. list.Children.Select(child => AsText(key, child)).OfType<YamlScalarNode>()];
    }

    private YamlScalarNode? AsText(string key, YamlNode node)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } value } scalar && !string.IsNullOrWhiteSpace(value))
        {
            return scalar;
        }

        var hint = node is YamlSequenceNode && string.Equals(key, "formula", StringComparison.Ordinal) ? ", in quotes when it begins with [" : "";
        errors.Add(node, "catalogue.malformed", $"{key} is no text", $"a text{hint}");
        return null;
    }
}
