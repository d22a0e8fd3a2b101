using System.Text.Json;
using System.Text.Json.Nodes;

namespace AnSinh.Charts.Tests.Rules;

/// <summary>Ways into rendered objects.</summary>
static class Manifests
{
    public static string Kind(this JsonObject manifest) => (string?)manifest["kind"] ?? "";

    public static string Name(this JsonObject manifest) => (string?)manifest.At("metadata.name") ?? "";

    public static string Title(this JsonObject manifest) => $"{manifest.Kind()}/{manifest.Name()}";

    public static IEnumerable<JsonObject> OfKind(this IEnumerable<JsonObject> manifests, params string[] kinds) =>
        manifests.Where(one => kinds.Contains(one.Kind()));

    /// <summary>What lies at a path such as <c>spec.template.spec.containers.0.image</c>; null where nothing does.</summary>
    public static JsonNode? At(this JsonNode? node, string path)
    {
        foreach (var step in path.Split('.'))
        {
            node = node switch
            {
                JsonObject map => map[step],
                JsonArray list when int.TryParse(step, out var index) && index < list.Count => list[index],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>The pod template of a workload; null for other objects.</summary>
    public static JsonObject? Pod(this JsonObject manifest) => manifest.At("spec.template") as JsonObject;

    public static IEnumerable<JsonObject> Containers(this JsonObject manifest) =>
        ((string[])["initContainers", "containers", "ephemeralContainers"])
            .SelectMany(list => manifest.Pod().At($"spec.{list}") as JsonArray ?? []).OfType<JsonObject>();

    public static IEnumerable<JsonObject> Items(this JsonNode? node, string path) => (node.At(path) as JsonArray ?? []).OfType<JsonObject>();

    public static IEnumerable<string> Texts(this JsonNode? node, string path) => (node.At(path) as JsonArray ?? []).Select(one => (string?)one ?? "");

    public static bool Says(this JsonNode? node, string path, string value) => node.At(path) is JsonValue known && known.ToString() == value;

    public static bool Is(this JsonNode? node, string path, bool value) =>
        node.At(path)?.GetValueKind() == (value ? JsonValueKind.True : JsonValueKind.False);

    public static long? Whole(this JsonNode? node, string path) => node.At(path)?.GetValueKind() == JsonValueKind.Number ? (long)node.At(path)! : null;

    /// <summary>Whether labels have everything that a selector's <c>matchLabels</c> asks for.</summary>
    public static bool Selects(this JsonNode? matchLabels, JsonNode? labels) =>
        matchLabels is JsonObject wanted && wanted.All(one => labels is JsonObject known && JsonNode.DeepEquals(known[one.Key], one.Value));
}
