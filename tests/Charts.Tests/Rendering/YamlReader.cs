using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AnSinh.Charts.Tests.Rendering;

/// <summary>YAML as the API server takes it: plain scalars are null, booleans, numbers or texts, quoted ones are texts.</summary>
static class YamlReader
{
    /// <summary>The documents of a stream; empty ones are left out.</summary>
    public static IReadOnlyList<JsonObject> Documents(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));

        // Through its text once more: only then does a number answer as whatever kind of number it is asked for.
        return [.. stream.Documents.Select(document => Node(document.RootNode)).OfType<JsonObject>().Select(one => (JsonObject)JsonNode.Parse(one.ToJsonString())!)];
    }

    public static JsonObject Object(string text) => Documents(text) is [var only] ? only : throw new FormatException("Not exactly one YAML object.");

    static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Node(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value!),
        _ => throw new FormatException($"Unexpected {node.NodeType}."),
    };

    static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),

        // The server's parser knows YAML 1.1, in which these are booleans or octal numbers: whoever means the text puts it in quotes.
        "y" or "n" or "Y" or "N" or "yes" or "no" or "Yes" or "No" or "on" or "off" or "On" or "Off" => throw new FormatException($"\"{text}\" needs quotes."),
        ['0', >= '0' and <= '9', ..] when text.All(char.IsAsciiDigit) => throw new FormatException($"{text} is octal; write the decimal number."),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when IsNumber(text) => JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };

    static bool IsNumber(string text) =>
        (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.') && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
