using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AnSinh.Charts.Tests.Rules;

/// <summary>Rules of every object.</summary>
static partial class ObjectRules
{
    static readonly string[] labels = ["name", "instance", "component", "part-of", "version", "managed-by"];

    /// <summary>The recommended labels, on objects and on their pods.</summary>
    public static IEnumerable<string> Labels(JsonObject manifest) => ((JsonObject?[])[manifest, manifest.Pod()]).OfType<JsonObject>()
        .SelectMany(one => labels.Where(label => string.IsNullOrEmpty((string?)one["metadata"]?["labels"]?[$"app.kubernetes.io/{label}"])))
        .Select(label => $"{manifest.Title()}: label app.kubernetes.io/{label} is missing");

    /// <summary>Names and namespaces: everything lies in the namespace of its release.</summary>
    public static IEnumerable<string> Namespace(JsonObject manifest) => manifest.Says("metadata.namespace", Rendering.Renderer.Namespace)
        ? [] : [$"{manifest.Title()}: is not in the namespace of the release"];

    /// <summary>Secrets are named, never held: no Secret, and nothing that sounds like one with a value beside it.</summary>
    public static IEnumerable<string> Secrets(JsonObject manifest) =>
    [
        .. manifest.Kind() == "Secret" ? (string[])[$"{manifest.Title()}: holds a secret"] : [],
        .. manifest.Containers().SelectMany(container => container.Items("env"))
            .Where(setting => SecretName().IsMatch((string)setting["name"]!) && setting["value"] is not null)
            .Select(setting => $"{manifest.Title()}: {setting["name"]} has its value in the chart"),
    ];

    /// <summary>Selectors that no pod of the object's own bears would rule nothing.</summary>
    public static IEnumerable<string> Selector(JsonObject manifest) => manifest.Kind() is not ("Deployment" or "StatefulSet")
        || manifest.At("spec.selector.matchLabels").Selects(manifest.Pod().At("metadata.labels"))
            ? [] : [$"{manifest.Title()}: does not select its own pods"];

    public static IEnumerable<string> Account(JsonObject manifest) => manifest.Kind() != "ServiceAccount" || manifest.Is("automountServiceAccountToken", false)
        ? [] : [$"{manifest.Title()}: gives pods a token"];

    // A setting that names a file or the user is none; what ends in these words is.
    [GeneratedRegex("(Password|PASS|PASSWORD|Secret|Token)$|^ConnectionStrings__", RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();
}
