using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace AnSinh.AllInOne.Demo;

/// <summary>Typed reading of a YAML mapping, with the line in every complaint.</summary>
static class YamlCells
{
    public static bool Has(this YamlMappingNode node, string key) => node.Children.ContainsKey(new YamlScalarNode(key));

    public static string Text(this YamlMappingNode node, string key) => node.Find(key) is YamlScalarNode { Value: { Length: > 0 } value }
        ? value
        : throw node.Wrong(key, "", "một giá trị");

    public static string TextOr(this YamlMappingNode node, string key, string fallback) => node.Has(key) ? node.Text(key) : fallback;

    /// <summary>The values of a list of scalars.</summary>
    public static IReadOnlyList<string> Texts(this YamlMappingNode node, string key) =>
        node.Find(key) is YamlSequenceNode list ? [.. list.Children.OfType<YamlScalarNode>().Select(one => one.Value ?? "")] : [node.Text(key)];

    /// <summary>All single values by name.</summary>
    public static Dictionary<string, string> Scalars(this YamlMappingNode node) => node.Children
        .Where(child => child is { Key: YamlScalarNode, Value: YamlScalarNode })
        .ToDictionary(child => ((YamlScalarNode)child.Key).Value!, child => ((YamlScalarNode)child.Value).Value ?? "");

    public static int WholeOr(this YamlMappingNode node, string key, int fallback) =>
        node.Has(key) && int.TryParse(node.Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : fallback;

    public static long Long(this YamlMappingNode node, string key)
    {
        var text = node.Text(key);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : throw node.Wrong(key, text, "số nguyên từ 0");
    }

    public static int Whole(this YamlMappingNode node, string key)
    {
        var text = node.Text(key);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : throw node.Wrong(key, text, "số nguyên từ 0");
    }

    public static DateOnly Day(this YamlMappingNode node, string key)
    {
        var text = node.Text(key);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw node.Wrong(key, text, "ngày yyyy-MM-dd");
    }

    public static YamlMappingNode Map(this YamlMappingNode node, string key) =>
        node.Find(key) as YamlMappingNode ?? throw node.Wrong(key, "", "một nhóm { … }");

    public static IEnumerable<YamlMappingNode> List(this YamlMappingNode node, string key) => node.Find(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children.Select(child => child as YamlMappingNode
            ?? throw new FormatException($"Dòng {child.Start.Line}: mỗi mục của {key} phải là một nhóm {{ … }}.")),
        _ => throw node.Wrong(key, "", "một danh sách"),
    };

    public static FormatException Wrong(this YamlNode node, string key, string found, string allowed) =>
        new($"Dòng {node.Start.Line}, mục {key}: {(found.Length == 0 ? "thiếu" : $"\"{found}\" không đúng")}; cần {allowed}.");

    static YamlNode? Find(this YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
}
