using AnSinh.Charts.Tests.Rendering;
using AnSinh.Charts.Tests.Rules;
using AnSinh.Charts.Tests.Schemas;
using Shouldly;
using Xunit;

namespace AnSinh.Charts.Tests;

/// <summary>The check against Kubernetes' definitions names what the API server would refuse, with its path.</summary>
public sealed class KubernetesObjectTests
{
    [KubernetesTheory]
    [InlineData("Deployment", "spec.replica", "2", "Deployment/employment.spec.replica: unknown field")]
    [InlineData("Deployment", "spec.template.spec.containers.0.env.0.valeu", "\"x\"",
        "Deployment/employment.spec.template.spec.containers[0].env[0].valeu: unknown field")]
    [InlineData("Deployment", "spec.template.spec.containers.0.env.0.value", "true",
        "Deployment/employment.spec.template.spec.containers[0].env[0].value: true is no string")]
    [InlineData("Deployment", "spec.revisionHistoryLimit", "\"5\"", "Deployment/employment.spec.revisionHistoryLimit: \"5\" is no integer")]
    [InlineData("Deployment", "spec.revisionHistoryLimit", "5000000000",
        "Deployment/employment.spec.revisionHistoryLimit: 5000000000 is no 32-bit number")]
    [InlineData("Deployment", "spec.selector", null, "Deployment/employment.spec.selector: is missing")]
    [InlineData("Deployment", "spec.template.spec.containers.0.readinessProbe.grpc.port", "\"grpc\"",
        "Deployment/employment.spec.template.spec.containers[0].readinessProbe.grpc.port: \"grpc\" is no integer")]
    [InlineData("Deployment", "spec.template.spec.containers.0.resources.limits.memory", "\"1 GB\"",
        "Deployment/employment.spec.template.spec.containers[0].resources.limits.memory: \"1 GB\" is no quantity")]
    [InlineData("Service", "spec.ports.0.targetPort", "true", "Service/employment.spec.ports[0].targetPort: true is no string or integer")]
    [InlineData("ServiceAccount", "metadata.labels", """{"a":1}""", "ServiceAccount/employment-migration.metadata.labels.a: 1 is no string")]
    [InlineData("HorizontalPodAutoscaler", "apiVersion", "\"autoscaling/v9\"", "autoscaling/v9 HorizontalPodAutoscaler: the API has no such kind")]
    public void AFieldThatTheApiRefuses_IsNamedWithItsPath(string kind, string path, string? value, string message)
    {
        var manifest = RenderedCharts.Of("employment").OfKind(kind).First();
        Mutation.Set(manifest, path, value);

        KubernetesObjects.Check(manifest).ShouldBe([message]);
    }
}
