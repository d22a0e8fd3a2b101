using System.Diagnostics;
using System.Text.Json.Nodes;
using AnSinh.Charts.Tests.Rendering;
using AnSinh.Charts.Tests.Rules;
using AnSinh.Charts.Tests.Schemas;
using Shouldly;
using Xunit;

namespace AnSinh.Charts.Tests;

/// <summary>charts/test-secrets.sh makes exactly what the charts name on a test cluster, by name and key.</summary>
public sealed class SecretTests
{
    static readonly Lazy<(IReadOnlyList<JsonObject> Secrets, string Sql)> made = new(Make);

    [Fact]
    public void Secrets_OfATestCluster_AreThoseThatTheChartsName()
    {
        var named = ChartFiles.Services.Keys.Select(name => Renderer.Render(
                ChartFiles.Service, name, ChartFiles.Values(name), ChartFiles.Values("test-cluster")))
            .Append(Renderer.Render(ChartFiles.Platform, "platform", ChartFiles.Values("platform")))
            .SelectMany(rendered => rendered.Objects).SelectMany(Named).Distinct();

        Held().ShouldBe(named, ignoreOrder: true);
    }

    [KubernetesFact]
    public void Secrets_AreObjectsOfTheApi() => made.Value.Secrets.SelectMany(KubernetesObjects.Check).ShouldBeEmpty();

    [Fact]
    public void Logins_ThatServe_MayNotChangeTables()
    {
        foreach (var name in ChartFiles.Services.Keys)
        {
            made.Value.Sql.ShouldContain($"ALTER ROLE db_datawriter ADD MEMBER [{name}];");
            made.Value.Sql.ShouldContain($"ALTER ROLE db_owner ADD MEMBER [{name}-migration];");
            made.Value.Sql.ShouldNotContain($"ALTER ROLE db_owner ADD MEMBER [{name}];");
        }
    }

    static IEnumerable<(string Name, string Key)> Held() => made.Value.Secrets.SelectMany(secret =>
        ((JsonObject)secret["stringData"]!).Select(one => (secret.Name(), one.Key)));

    static IEnumerable<(string Name, string Key)> Named(JsonObject manifest) =>
    [
        .. manifest.Containers().SelectMany(container => container.Items("env")).Select(setting => setting.At("valueFrom.secretKeyRef")).OfType<JsonObject>()
            .Select(one => ((string)one["name"]!, (string)one["key"]!)),
        .. manifest.Pod().Items("spec.volumes").SelectMany(volume => volume.Items("projected.sources")).Select(source => source["secret"]).OfType<JsonObject>()
            .SelectMany(one => one.Items("items").Select(item => ((string)one["name"]!, (string)item["key"]!))),
        .. manifest.Pod().Items("spec.volumes").Select(volume => volume["secret"]).OfType<JsonObject>()
            .SelectMany(one => one.Items("items").Select(item => ((string)one["secretName"]!, (string)item["key"]!))),
    ];

    static (IReadOnlyList<JsonObject>, string) Make()
    {
        var folder = Directory.CreateTempSubdirectory("ansinh-charts-");
        try
        {
            var made = Path.Combine(folder.FullName, "made");
            using var process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(ChartFiles.Root, "charts", "test-secrets.sh"), made]) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0);
            return (YamlReader.Documents(File.ReadAllText(Path.Combine(made, "secrets.yaml"))), File.ReadAllText(Path.Combine(made, "logins.sql")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
