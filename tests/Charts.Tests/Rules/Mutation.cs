using System.Globalization;
using System.Text.Json.Nodes;

namespace AnSinh.Charts.Tests.Rules;

/// <summary>Changes one place of an object.</summary>
static class Mutation
{
    /// <param name="node">The object.</param>
    /// <param name="path">Place, such as <c>spec.ports.0.port</c>.</param>
    /// <param name="json">What to put there; null takes it away.</param>
    public static void Set(JsonObject node, string path, string? json)
    {
        var cut = path.LastIndexOf('.');
        var parent = cut < 0 ? node : node.At(path[..cut]) ?? throw new ArgumentException($"There is no {path[..cut]}.", nameof(path));
        var last = path[(cut + 1)..];
        switch (parent)
        {
            case JsonArray list:
                list[int.Parse(last, CultureInfo.InvariantCulture)] = json is null ? null : JsonNode.Parse(json);
                break;
            case JsonObject map when json is null:
                map.Remove(last).ShouldHaveBeenThere(path);
                break;
            default:
                parent[last] = JsonNode.Parse(json!);
                break;
        }
    }

    // Taking away what is not there would prove nothing.
    static void ShouldHaveBeenThere(this bool was, string path)
    {
        if (!was)
        {
            throw new ArgumentException($"There is no {path}.", nameof(path));
        }
    }
}
