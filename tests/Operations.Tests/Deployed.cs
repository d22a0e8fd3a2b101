using System.Text.Json;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace AnSinh.Operations.Tests;

/// <summary>The files under <c>deploy</c>, read from the repository.</summary>
static class Deployed
{
    /// <summary>Root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>All alert rules.</summary>
    public static IReadOnlyList<AlertRule> Alerts { get; } =
    [
        .. Yaml<RuleFile>("deploy/telemetry/alerts.yaml").Groups.SelectMany(group => group.Rules),
    ];

    /// <summary>All dashboards by file name.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Dashboards { get; } = Directory.GetFiles(Path.Combine(Root, "deploy/telemetry/dashboards"), "*.json")
        .ToDictionary(path => Path.GetFileName(path), path => JsonDocument.Parse(File.ReadAllText(path)).RootElement, StringComparer.Ordinal);

    /// <summary>All runbooks: path from the root, and text.</summary>
    public static IReadOnlyList<(string Path, string Text)> Runbooks { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Root, "deploy/runbooks"), "*.md").Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(Root, path), File.ReadAllText(path))),
    ];

    /// <summary>Reads a YAML file, ignoring what the type does not name.</summary>
    public static T Yaml<T>(string path) => new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties()
        .Build().Deserialize<T>(File.ReadAllText(Path.Combine(Root, path)));

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

/// <summary>A file of Prometheus rules.</summary>
sealed class RuleFile
{
    /// <summary>Groups.</summary>
    public List<RuleGroup> Groups { get; init; } = [];
}

/// <summary>A group of rules.</summary>
sealed class RuleGroup
{
    /// <summary>Rules.</summary>
    public List<AlertRule> Rules { get; init; } = [];
}

/// <summary>An alert rule.</summary>
sealed class AlertRule
{
    /// <summary>Name.</summary>
    public string Alert { get; init; } = "";

    /// <summary>Expression.</summary>
    public string Expr { get; init; } = "";

    /// <summary>Labels.</summary>
    public Dictionary<string, string> Labels { get; init; } = [];

    /// <summary>Annotations.</summary>
    public Dictionary<string, string> Annotations { get; init; } = [];
}
