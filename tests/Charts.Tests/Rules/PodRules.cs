using System.Text.Json.Nodes;

namespace AnSinh.Charts.Tests.Rules;

/// <summary>Rules of every pod, whatever made it. Each gives what is wrong; nothing when an object has no pods.</summary>
static class PodRules
{
    static readonly string[] volumeKinds = ["name", "emptyDir", "secret", "projected", "configMap", "persistentVolumeClaim"];

    /// <summary>Pod Security "restricted", level by level as the admission checks it, and a numeric user and a read-only root on top.</summary>
    public static IEnumerable<string> Restricted(JsonObject manifest) => manifest.Pod() is not { } pod ? [] :
    [
        .. Wrong(manifest, "the pod must not be root", pod.Is("spec.securityContext.runAsNonRoot", true)),
        .. Wrong(manifest, "the pod needs a numeric user that is not 0", pod.Whole("spec.securityContext.runAsUser") > 0),
        .. Wrong(manifest, "the pod needs the seccomp profile RuntimeDefault", pod.Says("spec.securityContext.seccompProfile.type", "RuntimeDefault")),
        .. Wrong(manifest, "the pod must stay out of the host's namespaces",
            ((string[])["hostNetwork", "hostPID", "hostIPC"]).All(name => pod.At($"spec.{name}") is null)),
        .. manifest.Containers().SelectMany(container => RestrictedContainer(manifest, container)),
    ];

    static IEnumerable<string> RestrictedContainer(JsonObject manifest, JsonObject container) =>
    [
        .. Wrong(manifest, "no privilege escalation", container.Is("securityContext.allowPrivilegeEscalation", false)),
        .. Wrong(manifest, "not privileged", !container.Is("securityContext.privileged", true)),
        .. Wrong(manifest, "a read-only root file system", container.Is("securityContext.readOnlyRootFilesystem", true)),
        .. Wrong(manifest, "no root in the container",
            !container.Is("securityContext.runAsNonRoot", false) && container.Whole("securityContext.runAsUser") is null or > 0),
        .. Wrong(manifest, "the container keeps the pod's seccomp profile", container.At("securityContext.seccompProfile") is null),
        .. Wrong(manifest, "capabilities: drop ALL", container.Texts("securityContext.capabilities.drop").Contains("ALL")),
        .. Wrong(manifest, "capabilities: at most NET_BIND_SERVICE is added",
            container.Texts("securityContext.capabilities.add").All(name => name == "NET_BIND_SERVICE")),
        .. Wrong(manifest, "no port of the host", container.Items("ports").All(port => port["hostPort"] is null)),
    ];

    /// <summary>Only volumes that are the pod's own; what is written has a limit.</summary>
    public static IEnumerable<string> Volumes(JsonObject manifest) => manifest.Pod().Items("spec.volumes").SelectMany(volume => (string[])
    [
        .. Wrong(manifest, $"volume {volume["name"]}: of a kind that is not allowed", volume.All(one => volumeKinds.Contains(one.Key))),
        .. Wrong(manifest, $"volume {volume["name"]}: an emptyDir without sizeLimit",
            volume["emptyDir"] is not JsonObject empty || empty.ContainsKey("sizeLimit")),
    ]);

    /// <summary>Every mount has its volume or claim.</summary>
    public static IEnumerable<string> Mounts(JsonObject manifest)
    {
        var known = manifest.Pod().Items("spec.volumes").Select(volume => (string?)volume["name"])
            .Concat(manifest.Items("spec.volumeClaimTemplates").Select(claim => (string?)claim.At("metadata.name"))).ToHashSet();
        return manifest.Containers().SelectMany(container => container.Items("volumeMounts"))
            .SelectMany(mount => Wrong(manifest, $"mount {mount["name"]}: no such volume", known.Contains((string?)mount["name"])));
    }

    /// <summary>Who the pod is: an account of its own, no token, no addresses of its neighbours in its environment.</summary>
    public static IEnumerable<string> Account(JsonObject manifest) => manifest.Pod() is not { } pod ? [] :
    [
        .. Wrong(manifest, "the pod must not mount a token", pod.Is("spec.automountServiceAccountToken", false)),
        .. Wrong(manifest, "the pod needs an account of its own", pod.At("spec.serviceAccountName") is { } name && (string?)name is not ("default" or "")),
        .. Wrong(manifest, "no service links", pod.Is("spec.enableServiceLinks", false)),
    ];

    public static IEnumerable<string> Resources(JsonObject manifest) => manifest.Containers().SelectMany(container =>
        ((string[])["requests.cpu", "requests.memory", "limits.cpu", "limits.memory"])
            .SelectMany(amount => Wrong(manifest, $"container {container["name"]}: resources.{amount} is missing",
                container.At($"resources.{amount}") is not null)));

    /// <summary>A version that is the same tomorrow: a digest, or a tag that is not latest.</summary>
    public static IEnumerable<string> Image(JsonObject manifest) => manifest.Containers().SelectMany(container =>
    {
        var image = (string?)container["image"] ?? "";
        var last = image[(image.LastIndexOf('/') + 1)..];
        return Wrong(manifest, $"image {image}: needs a tag other than latest, or a digest",
            last.Contains('@') || (last.Contains(':') && !last.EndsWith(":latest", StringComparison.Ordinal)));
    });

    /// <summary>What runs for ever is probed for start, readiness and life; what serves gRPC is asked by gRPC unless it speaks TLS.</summary>
    public static IEnumerable<string> Probes(JsonObject manifest) => manifest.Kind() is not ("Deployment" or "StatefulSet") ? [] :
        manifest.Containers().SelectMany(container => (string[])
        [
            .. ((string[])["startupProbe", "readinessProbe", "livenessProbe"])
                .SelectMany(probe => Wrong(manifest, $"container {container["name"]}: {probe} is missing", container[probe] is JsonObject)),
            .. manifest.Kind() == "StatefulSet" || HasTls(manifest) ? [] : ((string[])["startupProbe", "readinessProbe"])
                .SelectMany(probe => Wrong(manifest, $"{probe} must ask grpc.health.v1 on port 5080", container.Whole($"{probe}.grpc.port") == 5080)),
            .. manifest.Kind() == "StatefulSet" ? []
                : Wrong(manifest, "livenessProbe must not ask for the database", container.Says("livenessProbe.httpGet.path", "/healthz/live")),
        ]);

    /// <summary>Clients learn first (5 s), then the host has 25 s, and there is time left before the kill.</summary>
    public static IEnumerable<string> Stopping(JsonObject manifest) => manifest.Kind() != "Deployment" ? [] :
    [
        .. Wrong(manifest, "terminationGracePeriodSeconds must be 45", manifest.Pod().Whole("spec.terminationGracePeriodSeconds") == 45),
        .. manifest.Containers().SelectMany(container => Wrong(
            manifest, "preStop must sleep 5 s by the kubelet: the image has no shell", container.Whole("lifecycle.preStop.sleep.seconds") == 5)),
    ];

    public static IEnumerable<string> Spread(JsonObject manifest) => manifest.Kind() != "Deployment" ? [] :
        ((string[])["topology.kubernetes.io/zone", "kubernetes.io/hostname"]).SelectMany(key => Wrong(
            manifest, $"no topology spread over {key}",
            manifest.Pod().Items("spec.topologySpreadConstraints").Any(one =>
                one.Says("topologyKey", key) && one.At("labelSelector.matchLabels").Selects(manifest.Pod().At("metadata.labels")))));

    static bool HasTls(JsonObject manifest) => manifest.Pod().Items("spec.volumes").Any(volume => volume.Says("name", "tls"));

    static IEnumerable<string> Wrong(JsonObject manifest, string what, bool isRight) => isRight ? [] : [$"{manifest.Title()}: {what}"];
}
