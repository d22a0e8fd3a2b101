using System.Text.Json.Nodes;

namespace AnSinh.Charts.Tests.Rendering;

/// <summary>The charts and their values as they lie in the repository.</summary>
static class ChartFiles
{
    public const string Service = "service";
    public const string Platform = "platform";

    static readonly Lazy<string> root = new(FindRoot);

    /// <summary>Services by the names of their values files, with the folder of their code.</summary>
    public static IReadOnlyDictionary<string, string> Services { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["employment"] = "Employment",
        ["training"] = "VocationalTraining",
        ["merit"] = "MeritoriousPersons",
        ["protection"] = "SocialProtection",
        ["child"] = "ChildProtection",
        ["reporting"] = "Reporting",
    };

    public static string Root => root.Value;

    public static string Chart(string name) => Path.Combine(Root, "charts", name);

    public static string Values(string name) => Path.Combine(Root, "charts", "values", $"{name}.yaml");

    /// <summary>The chart's values with others over them, as helm merges them.</summary>
    public static JsonObject Merged(string chart, params IEnumerable<string> files)
    {
        var merged = YamlReader.Object(File.ReadAllText(Path.Combine(Chart(chart), "values.yaml")));
        foreach (var file in files)
        {
            Merge(merged, YamlReader.Object(File.ReadAllText(file)));
        }

        return merged;
    }

    static void Merge(JsonObject into, JsonObject from)
    {
        foreach (var (key, value) in from)
        {
            if (value is JsonObject inner && into[key] is JsonObject known)
            {
                Merge(known, inner);
            }
            else if (value is null)
            {
                into.Remove(key);
            }
            else
            {
                into[key] = value.DeepClone();
            }
        }
    }

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Platform.sln.");
    }
}
