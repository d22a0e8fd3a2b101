using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AnSinh.AllInOne.Demo;

/// <summary>Reads a scenario file. What is wrong is said with its line.</summary>
public static class ScenarioReader
{
    /// <summary>Reads a scenario.</summary>
    /// <exception cref="FormatException">The file is no scenario: the line, what was found and what is allowed.</exception>
    public static Scenario Read(TextReader text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(text);
        }
        catch (YamlException broken)
        {
            throw new FormatException($"Dòng {broken.Start.Line}, cột {broken.Start.Column}: {broken.Message}", broken);
        }

        if (stream.Documents.Count != 1 || stream.Documents[0].RootNode is not YamlMappingNode root)
        {
            throw new FormatException("Dòng 1: tệp kịch bản phải là một tài liệu YAML gồm các mục scenario, title, province, period, records.");
        }

        return new Scenario
        {
            Name = root.Text("scenario"),
            Title = root.Text("title"),
            Province = root.Text("province"),
            Reports = Reports(root),
            Plans = [.. root.List("plans").Select(Plan)],
            Records = [.. root.List("records").Select(Group)],
            Expected = [.. root.List("expected").Select(node => ExpectedReader.Read(node))],
        };
    }

    static List<ScenarioReport> Reports(YamlMappingNode root) => root.Has("reports")
        ? [.. root.List("reports").Select(report => new ScenarioReport(report.Text("name"), Period(report.Map("period"))))]
        : [new ScenarioReport("", Period(root.Map("period")))];

    static string Period(YamlMappingNode period)
    {
        var from = period.Day("from");
        var to = period.Day("to");
        var whole = new DateOnly(from.Year, 1, 1);
        return period.Text("kind") switch
        {
            "year" => from.Year.ToString(CultureInfo.InvariantCulture),
            "half" => $"{from.Year}-H{(from == whole ? 1 : 2)}",
            "range" => string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}"),
            var other => throw period.Wrong("kind", other, "year, half, range"),
        };
    }

    static ScenarioPlan Plan(YamlMappingNode node) => new(
        node.Text("indicator"), node.Whole("year"), node.TextOr("target", ""), node.TextOr("comparator", ">="),
        node.Has("range") && node.Texts("range") is [var lower, var upper] ? (lower, upper) : null);

    static RecordGroup Group(YamlMappingNode node)
    {
        var group = new RecordGroup
        {
            Service = node.Text("service"),
            Record = node.Text("record"),
            Count = node.Has("count") ? node.Whole("count") : 0,
            People = node.WholeOr("people", node.WholeOr("count", 0)),
            TotalVnd = node.Has("total_vnd") ? node.Long("total_vnd") : 0,
            At = node.Has("at") ? node.Day("at") : null,
            Attributes = Attributes(node),
            Parts = Parts(node),
            From = node.Has("from") ? node.Day("from") : null,
            To = node.Has("to") ? node.Day("to") : null,
            Split = Split(node),
            Line = (int)node.Start.Line,
        };
        if (group.From > group.To)
        {
            throw node.Wrong("to", node.Text("to"), $"từ {node.Text("from")} trở đi");
        }

        return group;
    }

    static Dictionary<string, string> Attributes(YamlMappingNode node)
    {
        var all = node.Scalars();
        foreach (var (attribute, value) in node.Has("where") ? node.Map("where").Scalars() : [])
        {
            all[attribute] = value;
        }

        return all;
    }

    static Dictionary<string, RecordGroup> Parts(YamlMappingNode node) => node.Children
        .Where(child => child is { Key: YamlScalarNode { Value: not "where" }, Value: YamlMappingNode })
        .ToDictionary(child => ((YamlScalarNode)child.Key).Value!, child => Part(node, ((YamlScalarNode)child.Key).Value!, (YamlMappingNode)child.Value));

    static RecordGroup Part(YamlMappingNode whole, string name, YamlMappingNode part) => new()
    {
        Service = whole.Text("service"),
        Record = $"{whole.Text("record")}.{name}",
        Count = part.WholeOr("count", 0),
        People = part.WholeOr("people", part.WholeOr("count", 0)),
        TotalVnd = part.Has("total_vnd") ? part.Long("total_vnd") : 0,
        From = part.Has("from") ? part.Day("from") : null,
        To = part.Has("to") ? part.Day("to") : null,
        Attributes = part.Scalars(),
        Split = new Dictionary<string, IReadOnlyDictionary<string, int>>(),
        Line = (int)part.Start.Line,
    };

    static Dictionary<string, IReadOnlyDictionary<string, int>> Split(YamlMappingNode node)
    {
        var split = new Dictionary<string, IReadOnlyDictionary<string, int>>();
        if (!node.Has("where"))
        {
            return split;
        }

        foreach (var (attribute, values) in node.Map("where").Children)
        {
            if (values is not YamlMappingNode counts)
            {
                continue;
            }

            var parts = counts.Children.Keys.OfType<YamlScalarNode>().ToDictionary(key => key.Value!, key => counts.Whole(key.Value!));
            var sum = parts.Values.Sum();
            if (node.Has("count") && sum != node.Whole("count"))
            {
                throw counts.Wrong(attribute.ToString(), sum.ToString(CultureInfo.InvariantCulture), $"tổng bằng count {node.Text("count")}");
            }

            split[attribute.ToString()] = parts;
        }

        return split;
    }
}
