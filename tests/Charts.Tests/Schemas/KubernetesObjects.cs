using System.Text.Json.Nodes;
using Xunit;

namespace AnSinh.Charts.Tests.Schemas;

/// <summary>The API's own definitions of its objects (Kubernetes 1.32), which lie beside the repository.</summary>
static class KubernetesObjects
{
    const string FileName = "kubernetes-1.32-definitions.json";

    static readonly Lazy<JsonObject> definitions = new(() => (JsonObject)JsonNode.Parse(File.ReadAllText(Find()!))!["definitions"]!);

    static readonly Lazy<Dictionary<(string Version, string Kind), JsonObject>> kinds = new(Kinds);

    public static bool AreThere => Find() is not null;

    /// <summary>What the API server would refuse under strict field validation, each with its path.</summary>
    public static IReadOnlyList<string> Check(JsonObject manifest)
    {
        var (version, kind) = ((string?)manifest["apiVersion"] ?? "", (string?)manifest["kind"] ?? "");
        return kinds.Value.TryGetValue((version, kind), out var schema)
            ? [.. new SchemaCheck(definitions.Value, closed: true).Check(schema, manifest, $"{kind}/{(string?)manifest["metadata"]?["name"]}")]
            : [$"{version} {kind}: the API has no such kind"];
    }

    static Dictionary<(string, string), JsonObject> Kinds() => definitions.Value.Select(one => (JsonObject)one.Value!)
        .SelectMany(schema => (schema["x-kubernetes-group-version-kind"] as JsonArray ?? []).Select(kind => (Schema: schema, Kind: (JsonObject)kind!)))
        .GroupBy(one => (Version(one.Kind), (string)one.Kind["kind"]!), one => one.Schema)
        .ToDictionary(group => group.Key, group => group.First());

    static string Version(JsonObject kind) => (string?)kind["group"] is { Length: > 0 } group ? $"{group}/{(string)kind["version"]!}" : (string)kind["version"]!;

    static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", FileName);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>Why tests over the definitions do not run, or null.</summary>
    public static string? WhyNot => AreThere ? null : $"shared/data/{FileName} is not beside the repository.";
}

/// <summary>A test over Kubernetes' definitions, skipped where they are not at hand.</summary>
sealed class KubernetesFactAttribute : FactAttribute
{
    public KubernetesFactAttribute()
    {
        if (KubernetesObjects.WhyNot is { } reason)
        {
            Skip = reason;
        }
    }
}

/// <summary>The same with rows.</summary>
sealed class KubernetesTheoryAttribute : TheoryAttribute
{
    public KubernetesTheoryAttribute()
    {
        if (KubernetesObjects.WhyNot is { } reason)
        {
            Skip = reason;
        }
    }
}
