using System.Text.Json.Nodes;
using AnSinh.Charts.Tests.Rendering;
using AnSinh.Charts.Tests.Rules;
using Shouldly;
using Xunit;

namespace AnSinh.Charts.Tests;

/// <summary>What an installation of a service consists of, and that its parts fit.</summary>
public sealed class InstallationTests
{
    public static IEnumerable<object[]> Services => ChartFiles.Services.Keys.Select(name => (object[])[name]);

    [Theory]
    [MemberData(nameof(Services))]
    public void Service_IsHeadless_AndFindsTheNamedPortsOfItsPods(string name)
    {
        var (objects, deployment) = Installed(name);
        var service = objects.OfKind("Service").ShouldHaveSingleItem();

        service.Name().ShouldBe(name);
        service.Says("spec.clusterIP", "None").ShouldBeTrue();
        service.At("spec.selector").Selects(deployment.Pod().At("metadata.labels")).ShouldBeTrue();
        service.Items("spec.ports").Select(port => (string?)port["targetPort"])
            .ShouldBe(deployment.Containers().Single().Items("ports").Select(port => (string?)port["name"]));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Selectors_NeverMeetThePodsOfAMigration(string name)
    {
        var (objects, _) = Installed(name);
        var migration = objects.OfKind("Job").ShouldHaveSingleItem().Pod().At("metadata.labels");

        objects.OfKind("Service").Single().At("spec.selector").Selects(migration).ShouldBeFalse();
        objects.OfKind("PodDisruptionBudget").Single().At("spec.selector.matchLabels").Selects(migration).ShouldBeFalse();
        objects.OfKind("Deployment").Single().At("spec.selector.matchLabels").Selects(migration).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Autoscaler_RulesTheDeployment_WhichThenNamesNoReplicas(string name)
    {
        var (objects, deployment) = Installed(name);
        var scaler = objects.OfKind("HorizontalPodAutoscaler").ShouldHaveSingleItem();

        scaler.Says("spec.scaleTargetRef.name", deployment.Name()).ShouldBeTrue();
        scaler.Whole("spec.minReplicas").ShouldBe(2);
        deployment.At("spec.replicas").ShouldBeNull();
    }

    [Fact]
    public void Deployment_WithoutAutoscaler_NamesItsReplicas()
    {
        var objects = RenderedCharts.Of("test-cluster");

        objects.OfKind("HorizontalPodAutoscaler").ShouldBeEmpty();
        objects.OfKind("Deployment").Single().Whole("spec.replicas").ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void DisruptionBudget_CoversThePods_AndLeavesOneToGo(string name)
    {
        var (objects, deployment) = Installed(name);
        var budget = objects.OfKind("PodDisruptionBudget").ShouldHaveSingleItem();

        budget.At("spec.selector.matchLabels").Selects(deployment.Pod().At("metadata.labels")).ShouldBeTrue();
        budget.Whole("spec.maxUnavailable").ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Migration_IsAHookBeforeInstallationsAndUpgrades_UnderALoginOfItsOwn(string name)
    {
        var (objects, deployment) = Installed(name);
        var job = objects.OfKind("Job").ShouldHaveSingleItem();

        Annotation(job, "hook").ShouldBe("pre-install,pre-upgrade");
        job.Containers().Single().Texts("args").ShouldBe(["migrate"]);
        job.Containers().Single().Says("image", (string)deployment.Containers().Single()["image"]!).ShouldBeTrue();
        Login(job, name).ShouldBe($"{name}-migration");
        Login(deployment, name).ShouldBe($"{name}-database");
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Migration_FindsItsAccountAndPolicy_BeforeTheRestIsThere(string name)
    {
        var objects = RenderedCharts.Of(name);
        var job = objects.OfKind("Job").Single();
        var before = objects.Where(one => one.Name() == job.Name() && one != job).ToList();

        before.Select(one => one.Kind()).ShouldBe(["ServiceAccount", "NetworkPolicy"], ignoreOrder: true);
        before.ShouldAllBe(one => Annotation(one, "hook") == Annotation(job, "hook") && Annotation(one, "hook-weight") == "-10");
        before.Append(job).ShouldAllBe(one => Annotation(one, "hook-delete-policy") == "before-hook-creation,hook-succeeded");
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Migration_GetsNoSecretButItsLogin(string name)
    {
        var job = RenderedCharts.Of(name).OfKind("Job").Single();

        job.Pod().Items("spec.volumes").ShouldAllBe(volume => volume["emptyDir"] != null);
        job.Containers().Single().Items("env").Count(setting => setting["valueFrom"] is not null).ShouldBe(1);
    }

    [Fact]
    public void ACertificate_IsMountedWhole_AndTheProbesAskTheWebPort()
    {
        var container = RenderedCharts.Of("with-tls").OfKind("Deployment").Single().Containers().Single();

        container.Says("readinessProbe.httpGet.path", "/healthz/ready").ShouldBeTrue();
        container.Items("volumeMounts").ShouldAllBe(mount => mount["subPath"] == null);
        Setting(container, "Hosting__Certificate__Path").ShouldBe("/etc/ansinh/tls/..data/tls.crt");
        Setting(container, "Grpc__AllowInsecure").ShouldBeNull();
        Setting(container, "Hosting__ClientCertificates__Mode").ShouldBe("Require");
        Setting(container, "Hosting__ClientCertificates__Authorities").ShouldBe("/etc/ansinh/trust/..data/ca.crt");
        Setting(container, "Grpc__Certificate__KeyPath").ShouldBe("/etc/ansinh/tls/..data/tls.key");
        Setting(container, "Agencies__bhxh-ha-tinh__Roles").ShouldBe("employment-viewer");
        ((string)container["image"]!).ShouldStartWith("registry.example.vn/ansinh/employment@sha256:");
    }

    [Fact]
    public void AnExternalBroker_HasANameInTheNamespace_AndNoPods()
    {
        var objects = RenderedCharts.Of("external");

        objects.OfKind("Service").Single(one => one.Name() == "rabbitmq").Says("spec.externalName", "broker.example.vn").ShouldBeTrue();
        objects.OfKind("StatefulSet").ShouldHaveSingleItem().Name().ShouldBe("sqlserver");
    }

    [Fact]
    public void Platform_ClosesTheNamespaceForEveryPod()
    {
        var policy = RenderedCharts.Of(ChartFiles.Platform).OfKind("NetworkPolicy").Single(one => one.Name() == "default-deny");

        policy.At("spec.podSelector").ShouldBeOfType<JsonObject>().ShouldBeEmpty();
        policy.At("spec.ingress").ShouldBeNull();
        policy.At("spec.egress").ShouldBeNull();
    }

    static (IReadOnlyList<JsonObject> Objects, JsonObject Deployment) Installed(string name)
    {
        var objects = RenderedCharts.Of(name);
        return (objects, objects.OfKind("Deployment").ShouldHaveSingleItem());
    }

    static string? Annotation(JsonObject manifest, string name) => (string?)manifest["metadata"]?["annotations"]?[$"helm.sh/{name}"];

    static string? Setting(JsonObject container, string name) => (string?)container.Items("env").FirstOrDefault(one => one.Says("name", name))?["value"];

    static string? Login(JsonObject workload, string name) =>
        (string?)workload.Containers().Single().Items("env").Single(one => one.Says("name", $"ConnectionStrings__{name}")).At("valueFrom.secretKeyRef.name");
}
