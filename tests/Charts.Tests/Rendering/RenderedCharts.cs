using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace AnSinh.Charts.Tests.Rendering;

/// <summary>The objects of each installation that the repository holds values for; rendered once, given out as copies.</summary>
static class RenderedCharts
{
    static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<JsonObject>>> rendered = new(StringComparer.Ordinal);

    /// <summary>The six services, the platform, and a service on a cluster without an identity provider and with certificates.</summary>
    public static IReadOnlyList<string> Installations { get; } = [.. ChartFiles.Services.Keys, ChartFiles.Platform, "test-cluster", "with-tls", "external"];

    /// <summary>Rows for theories: every installation.</summary>
    public static IEnumerable<object[]> Rows => Installations.Select(name => (object[])[name]);

    public static IReadOnlyList<JsonObject> Of(string installation) =>
        [.. rendered.GetOrAdd(installation, name => new(() => RenderOf(name).Objects)).Value.Select(one => (JsonObject)one.DeepClone())];

    static Rendered RenderOf(string installation) => installation switch
    {
        ChartFiles.Platform => Renderer.Render(ChartFiles.Platform, "platform", ChartFiles.Values("platform")),
        "test-cluster" => Renderer.Render(ChartFiles.Service, "employment", ChartFiles.Values("employment"), ChartFiles.Values("test-cluster")),
        "with-tls" => Renderer.RenderWith(ChartFiles.Service, "employment", """
            tls: { secretName: employment-tls, clientCertificates: Require }
            image: { registry: registry.example.vn, pullSecrets: [registry], digest: "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" }
            settings: { Subscriptions__CatchUpEvery: "00:00:10", Agencies__bhxh-ha-tinh__Roles: employment-viewer }
            nodeSelector: { kubernetes.io/arch: amd64 }
            tolerations: [{ key: dedicated, operator: Exists, effect: NoSchedule }]
            priorityClassName: records
            """, ChartFiles.Values("employment")),
        "external" => Renderer.RenderWith(ChartFiles.Platform, "platform", """
            rabbitmq: { enabled: false, externalHost: broker.example.vn }
            sqlserver: { enabled: true, acceptEula: true, storage: { ephemeral: true } }
            """),
        _ => Renderer.Render(ChartFiles.Service, installation, ChartFiles.Values(installation)),
    };
}
