using Shouldly;
using Xunit;

namespace AnSinh.Contracts.Tests.Baseline;

public sealed class EventBaselineTests
{
    [Fact]
    public void Events_BreakNothingThatIsPublished() =>
        EventComparer.BreakingChanges(PublishedContracts.Events, EventSchemas.Current()).ShouldBeEmpty();

    [Fact]
    public void Baseline_HoldsEveryEventMember() =>
        EventComparer.Additions(PublishedContracts.Events, EventSchemas.Current()).ShouldBeEmpty(PublishedContracts.HowToRefresh);

    [Fact]
    public void Schema_OfANestedRecord_ListsItsMembersByPath()
    {
        var members = EventSchemas.Current().Records["ansinh.employment.v1.PlacementRecorded"].Members;

        members["placement"].ShouldBe(new EventMember { Type = "object", Required = true });
        members["placement.person_key"].ShouldBe(new EventMember { Type = "string", Required = true });
        members["placement.loan_amount_vnd"].ShouldBe(new EventMember { Type = "int64", Required = false });
    }
}
