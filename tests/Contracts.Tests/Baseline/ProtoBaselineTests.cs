using AnSinh.Contracts.Tests.Protos;
using Shouldly;
using Xunit;

namespace AnSinh.Contracts.Tests.Baseline;

public sealed class ProtoBaselineTests
{
    [Fact]
    public void Protos_BreakNothingThatIsPublished() =>
        ProtoComparer.BreakingChanges(PublishedContracts.Protos, ProtoCatalogue.Current()).ShouldBeEmpty();

    [Fact]
    public void Baseline_HoldsEveryProtoElement() =>
        ProtoComparer.Additions(PublishedContracts.Protos, ProtoCatalogue.Current()).ShouldBeEmpty(PublishedContracts.HowToRefresh);

    [Fact]
    public void Baseline_HoldsTheAccessRules() =>
        PublishedContracts.Protos.Services["ansinh.employment.v1.PlacementService"].Method
            .Single(method => method.Name == "VoidPlacement").Options.GetExtension(Common.V1.AccessExtensions.Access)
            .Permission.ShouldBe("employment.placements.void");
}
