using YamlDotNet.RepresentationModel;

namespace AnSinh.AllInOne.Demo;

/// <summary>Reads the sentences that a published report printed.</summary>
static class ExpectedReader
{
    // What a published sentence adds up beside indicators of the catalogue.
    static readonly Dictionary<string, string> Described = new()
    {
        ["gifts of social protection"] = "sum(support.gift_delivered.quantity where department = \"protection\")",
    };

    public static ExpectedSentence Read(YamlMappingNode node)
    {
        var parts = node.Texts("indicator");
        var formula = string.Join(" + ", parts.Select(part => Described.GetValueOrDefault(part, $"[{part}]")));
        if (node.Has("where"))
        {
            formula += " where " + string.Join(" and ", node.Map("where").Scalars().Select(one => $"{one.Key} = \"{one.Value}\""));
        }

        return new ExpectedSentence(node.TextOr("report", ""), string.Join(", ", parts), formula, node.Text("exact"), node.Text("printed"));
    }
}
