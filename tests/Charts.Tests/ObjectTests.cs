using System.Text.Json.Nodes;
using AnSinh.Charts.Tests.Rendering;
using AnSinh.Charts.Tests.Rules;
using AnSinh.Charts.Tests.Schemas;
using Shouldly;
using Xunit;

namespace AnSinh.Charts.Tests;

/// <summary>Every object of every installation against Kubernetes' definitions and against each rule.</summary>
public sealed class ObjectTests
{
    public static IEnumerable<object[]> Installations => RenderedCharts.Rows;

    [KubernetesTheory]
    [MemberData(nameof(Installations))]
    public void Objects_HaveOnlyFieldsAndTypesOfTheApi(string installation) => Faults(installation, KubernetesObjects.Check);

    [Theory]
    [MemberData(nameof(Installations))]
    public void Objects_BearTheRecommendedLabels(string installation) => Faults(installation, ObjectRules.Labels);

    [Theory]
    [MemberData(nameof(Installations))]
    public void Objects_LieInTheNamespaceOfTheRelease(string installation) => Faults(installation, ObjectRules.Namespace);

    [Theory]
    [MemberData(nameof(Installations))]
    public void Objects_HoldNoSecret(string installation) => Faults(installation, ObjectRules.Secrets);

    [Theory]
    [MemberData(nameof(Installations))]
    public void Workloads_SelectTheirOwnPods(string installation) => Faults(installation, ObjectRules.Selector);

    [Theory]
    [MemberData(nameof(Installations))]
    public void ServiceAccounts_GiveNoToken(string installation) => Faults(installation, ObjectRules.Account);

    [Theory]
    [MemberData(nameof(Installations))]
    public void Pods_KeepToTheRestrictedProfile(string installation) => Faults(installation, PodRules.Restricted);

    [Theory]
    [MemberData(nameof(Installations))]
    public void Pods_UseOnlyVolumesOfTheirOwn(string installation) => Faults(installation, PodRules.Volumes);

    [Theory]
    [MemberData(nameof(Installations))]
    public void Pods_MountWhatIsThere(string installation) => Faults(installation, PodRules.Mounts);

    [Theory]
    [MemberData(nameof(Installations))]
    public void Pods_HaveAnAccountWithoutToken(string installation) => Faults(installation, PodRules.Account);

    [Theory]
    [MemberData(nameof(Installations))]
    public void Containers_HaveRequestsAndLimits(string installation) => Faults(installation, PodRules.Resources);

    [Theory]
    [MemberData(nameof(Installations))]
    public void Containers_RunAVersionThatStays(string installation) => Faults(installation, PodRules.Image);

    [Theory]
    [MemberData(nameof(Installations))]
    public void Containers_AreProbed(string installation) => Faults(installation, PodRules.Probes);

    [Theory]
    [MemberData(nameof(Installations))]
    public void Services_HaveTimeToStop(string installation) => Faults(installation, PodRules.Stopping);

    [Theory]
    [MemberData(nameof(Installations))]
    public void Services_SpreadOverZonesAndNodes(string installation) => Faults(installation, PodRules.Spread);

    [Theory]
    [MemberData(nameof(Installations))]
    public void NetworkPolicies_OpenOnlyPairs(string installation) => Faults(installation, NetworkRules.Narrow);

    [Theory]
    [MemberData(nameof(Installations))]
    public void Pods_AreAllUnderANetworkPolicy(string installation) => NetworkRules.Uncovered(RenderedCharts.Of(installation)).ShouldBeEmpty();

    static void Faults(string installation, Func<JsonObject, IEnumerable<string>> rule)
    {
        var objects = RenderedCharts.Of(installation);
        objects.ShouldNotBeEmpty();
        objects.SelectMany(rule).ShouldBeEmpty();
    }
}
