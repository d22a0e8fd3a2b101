using System.Text.Json.Nodes;
using AnSinh.Charts.Tests.Rendering;
using AnSinh.Charts.Tests.Rules;
using Shouldly;
using Xunit;

namespace AnSinh.Charts.Tests;

/// <summary>Each rule finds what breaks it: one change in a rendered object that is right otherwise.</summary>
public sealed class MutationTests
{
    const string Pod = "spec.template.spec";
    const string Container = $"{Pod}.containers.0";

    [Theory]
    [InlineData("ServiceAccount", "metadata.labels", """{"app.kubernetes.io/name":"x"}""", "app.kubernetes.io/instance is missing")]
    [InlineData("Deployment", "spec.template.metadata.labels", "{}", "app.kubernetes.io/name is missing")]
    public void AMissingLabel_IsNamed(string kind, string path, string value, string message) => Broken(ObjectRules.Labels, kind, path, value, message);

    [Theory]
    [InlineData("Service", "metadata.namespace", "\"default\"", "not in the namespace")]
    [InlineData("Service", "metadata.namespace", null, "not in the namespace")]
    public void AnotherNamespace_IsNamed(string kind, string path, string? value, string message) => Broken(ObjectRules.Namespace, kind, path, value, message);

    [Theory]
    [InlineData("ServiceAccount", "kind", "\"Secret\"", "holds a secret")]
    [InlineData("Deployment", $"{Container}.env", """[{"name":"ConnectionStrings__employment","value":"Server=x"}]""", "has its value in the chart")]
    [InlineData("Deployment", $"{Container}.env", """[{"name":"Bus__RabbitMq__Password","value":"x"}]""", "has its value in the chart")]
    public void ASecretInTheChart_IsNamed(string kind, string path, string value, string message) => Broken(ObjectRules.Secrets, kind, path, value, message);

    [Theory]
    [InlineData("Deployment", "spec.selector.matchLabels", """{"app":"other"}""", "does not select its own pods")]
    public void ASelectorOfOthers_IsNamed(string kind, string path, string value, string message) => Broken(ObjectRules.Selector, kind, path, value, message);

    [Theory]
    [InlineData("ServiceAccount", "automountServiceAccountToken", null, "gives pods a token")]
    [InlineData("ServiceAccount", "automountServiceAccountToken", "true", "gives pods a token")]
    public void AToken_IsNamed(string kind, string path, string? value, string message) => Broken(ObjectRules.Account, kind, path, value, message);

    [Theory]
    [InlineData("Deployment", $"{Pod}.automountServiceAccountToken", "true", "mount a token")]
    [InlineData("Job", $"{Pod}.automountServiceAccountToken", null, "mount a token")]
    [InlineData("Deployment", $"{Pod}.serviceAccountName", "\"default\"", "account of its own")]
    [InlineData("Job", $"{Pod}.enableServiceLinks", null, "service links")]
    public void APodWithAccess_IsNamed(string kind, string path, string? value, string message) => Broken(PodRules.Account, kind, path, value, message);

    [Theory]
    [InlineData("Deployment", $"{Pod}.securityContext.runAsNonRoot", null, "must not be root")]
    [InlineData("Job", $"{Pod}.securityContext.runAsUser", "0", "numeric user")]
    [InlineData("Deployment", $"{Pod}.securityContext.seccompProfile.type", "\"Unconfined\"", "RuntimeDefault")]
    [InlineData("Deployment", $"{Pod}.hostNetwork", "true", "host's namespaces")]
    [InlineData("Job", $"{Container}.securityContext.allowPrivilegeEscalation", null, "escalation")]
    [InlineData("Deployment", $"{Container}.securityContext.privileged", "true", "not privileged")]
    [InlineData("Deployment", $"{Container}.securityContext.readOnlyRootFilesystem", "false", "read-only root")]
    [InlineData("Deployment", $"{Container}.securityContext.runAsUser", "0", "no root in the container")]
    [InlineData("Deployment", $"{Container}.securityContext.seccompProfile", """{"type":"Unconfined"}""", "seccomp")]
    [InlineData("Job", $"{Container}.securityContext.capabilities.drop", "[]", "drop ALL")]
    [InlineData("Deployment", $"{Container}.securityContext.capabilities.add", """["SYS_ADMIN"]""", "NET_BIND_SERVICE")]
    [InlineData("Deployment", $"{Container}.ports.0.hostPort", "5080", "port of the host")]
    [InlineData("Deployment", $"{Pod}.initContainers", """[{"name":"x"}]""", "read-only root")]
    public void APodBeyondTheRestrictedProfile_IsNamed(string kind, string path, string? value, string message) =>
        Broken(PodRules.Restricted, kind, path, value, message);

    [Theory]
    [InlineData("Deployment", $"{Pod}.volumes.0.hostPath", """{"path":"/var"}""", "not allowed")]
    [InlineData("Job", $"{Pod}.volumes.0.emptyDir", "{}", "sizeLimit")]
    public void AVolumeOfTheNode_IsNamed(string kind, string path, string value, string message) => Broken(PodRules.Volumes, kind, path, value, message);

    [Theory]
    [InlineData("Deployment", $"{Pod}.volumes.0.name", "\"other\"", "no such volume")]
    public void AMountOfNothing_IsNamed(string kind, string path, string value, string message) => Broken(PodRules.Mounts, kind, path, value, message);

    [Theory]
    [InlineData("Job", $"{Container}.resources.limits.memory", null, "limits.memory is missing")]
    [InlineData("Deployment", $"{Container}.resources", null, "requests.cpu is missing")]
    public void MissingResources_AreNamed(string kind, string path, string? value, string message) => Broken(PodRules.Resources, kind, path, value, message);

    [Theory]
    [InlineData("Deployment", $"{Container}.image", "\"registry:5000/ansinh/employment\"", "needs a tag")]
    [InlineData("Job", $"{Container}.image", "\"ansinh/employment:latest\"", "needs a tag")]
    public void AnImageThatChanges_IsNamed(string kind, string path, string value, string message) => Broken(PodRules.Image, kind, path, value, message);

    [Theory]
    [InlineData("Deployment", $"{Container}.livenessProbe", null, "livenessProbe is missing")]
    [InlineData("Deployment", $"{Container}.startupProbe.grpc", null, "startupProbe must ask")]
    [InlineData("Deployment", $"{Container}.readinessProbe.grpc.port", "5081", "readinessProbe must ask")]
    [InlineData("Deployment", $"{Container}.livenessProbe.httpGet.path", "\"/healthz/ready\"", "must not ask for the database")]
    public void AMissingProbe_IsNamed(string kind, string path, string? value, string message) => Broken(PodRules.Probes, kind, path, value, message);

    [Theory]
    [InlineData("Deployment", $"{Pod}.terminationGracePeriodSeconds", "30", "must be 45")]
    [InlineData("Deployment", $"{Container}.lifecycle", null, "preStop")]
    public void AStopInHaste_IsNamed(string kind, string path, string? value, string message) => Broken(PodRules.Stopping, kind, path, value, message);

    [Theory]
    [InlineData("Deployment", $"{Pod}.topologySpreadConstraints.0.topologyKey", "\"rack\"", "zone")]
    [InlineData("Deployment", $"{Pod}.topologySpreadConstraints.1.labelSelector.matchLabels", """{"app":"other"}""", "hostname")]
    public void AMissingSpread_IsNamed(string kind, string path, string value, string message) => Broken(PodRules.Spread, kind, path, value, message);

    [Theory]
    [InlineData("NetworkPolicy", "spec.policyTypes", """["Ingress"]""", "leaves Egress open")]
    [InlineData("NetworkPolicy", "spec.egress.0.to", "[]", "every address")]
    [InlineData("NetworkPolicy", "spec.egress.0.ports", null, "every port")]
    [InlineData("NetworkPolicy", "spec.egress.0.to.0", """{"podSelector":{}}""", "everybody")]
    public void AnOpenPolicy_IsNamed(string kind, string path, string? value, string message) => Broken(NetworkRules.Narrow, kind, path, value, message);

    [Fact]
    public void APodUnderNoPolicy_IsNamed() =>
        NetworkRules.Uncovered([.. RenderedCharts.Of("employment").Where(one => one.Kind() != "NetworkPolicy")])
            .ShouldBe(["Deployment/employment: no policy selects its pods", "Job/employment-migration: no policy selects its pods"], ignoreOrder: true);

    // Null takes the field away.
    static void Broken(Func<JsonObject, IEnumerable<string>> rule, string kind, string path, string? value, string message)
    {
        var manifest = RenderedCharts.Of("employment").OfKind(kind).First();
        rule(manifest).ShouldBeEmpty();
        Mutation.Set(manifest, path, value);
        rule(manifest).ShouldContain(fault => fault.Contains(message, StringComparison.Ordinal));
    }
}
