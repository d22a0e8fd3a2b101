using System.Text.Json.Nodes;

namespace AnSinh.Charts.Tests.Rules;

/// <summary>Rules of network policies, and who may talk to whom by them.</summary>
static class NetworkRules
{
    /// <summary>A policy closes both ways; a rule without peers or without ports would open more than a pair.</summary>
    public static IEnumerable<string> Narrow(JsonObject manifest) => manifest.Kind() != "NetworkPolicy" ? [] :
    [
        .. ((string[])["Ingress", "Egress"]).Where(way => !manifest.Texts("spec.policyTypes").Contains(way)).Select(way => $"{manifest.Title()}: leaves {way} open"),
        .. Rules(manifest).Where(rule => Peers(rule) is not { Count: > 0 }).Select(_ => $"{manifest.Title()}: a rule for every address"),
        .. Rules(manifest).Where(rule => rule["ports"] is not JsonArray { Count: > 0 }).Select(_ => $"{manifest.Title()}: a rule for every port"),
        .. Rules(manifest).SelectMany(rule => Peers(rule) ?? []).Where(peer => peer is not JsonObject { Count: > 0 }
            || peer.At("podSelector") is JsonObject { Count: 0 } || peer.At("namespaceSelector") is JsonObject { Count: 0 })
            .Select(_ => $"{manifest.Title()}: a peer that is everybody"),
    ];

    /// <summary>Workloads of an installation that no policy selects.</summary>
    public static IEnumerable<string> Uncovered(IReadOnlyList<JsonObject> manifests) => manifests.Where(one => one.Pod() is not null)
        .Where(one => !manifests.OfKind("NetworkPolicy").Any(policy => policy.Name() != "default-deny" && Selects(policy, one)))
        .Select(one => $"{one.Title()}: no policy selects its pods");

    /// <summary>Whether a pod of one workload may open a connection to a port of another: its own policies let it out and the other's let it in.</summary>
    public static bool MayCall(IReadOnlyList<JsonObject> all, JsonObject from, JsonObject to, int port) =>
        Allows(all, from, to, port, "egress", "to") && Allows(all, to, from, port, "ingress", "from");

    static bool Allows(IReadOnlyList<JsonObject> all, JsonObject mine, JsonObject other, int port, string way, string side) => all.OfKind("NetworkPolicy")
        .Where(policy => Selects(policy, mine))
        .SelectMany(policy => policy.Items($"spec.{way}"))
        .Any(rule => rule.Items("ports").Any(one => one.Whole("port") == port) && rule.Items(side).Any(peer => peer["namespaceSelector"] is null
            && peer.At("podSelector.matchLabels").Selects(other.Pod().At("metadata.labels"))));

    static bool Selects(JsonObject policy, JsonObject workload) =>
        policy.At("spec.podSelector") is JsonObject { Count: 0 } || policy.At("spec.podSelector.matchLabels").Selects(workload.Pod().At("metadata.labels"));

    static IEnumerable<JsonObject> Rules(JsonObject manifest) => manifest.Items("spec.ingress").Concat(manifest.Items("spec.egress"));

    static JsonArray? Peers(JsonObject rule) => (rule["from"] ?? rule["to"]) as JsonArray;
}
