using AnSinh.Contracts.Events;
using Shouldly;
using Xunit;

namespace AnSinh.Contracts.Tests.Events;

public sealed class EventRulesTests
{
    public static TheoryData<string> Published => [.. EventTypes.All.Select(info => info.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Published))]
    public void Record_KeepsEveryRule(string name)
    {
        var record = EventTypes.Find(name)!.RecordType;

        EventRules.Shape(record).ShouldBeEmpty();
        EventRules.Name(record, name).ShouldBeEmpty();
        EventRules.Listed(record).ShouldBeEmpty();
        EventRules.NoPersonalData(record).ShouldBeEmpty();
    }

    [Fact]
    public void EveryClassOfTheEventNamespaces_IsARecordThatKeepsTheShape() =>
        typeof(EventTypes).Assembly.GetTypes()
            .Where(type => type is { IsPublic: true, IsClass: true, Namespace: { } space } && space.StartsWith("AnSinh.Contracts.Events.", StringComparison.Ordinal))
            .Where(type => typeof(EventTypes).Assembly.GetType($"{type.Namespace}.EventFeed") is null)
            .SelectMany(EventRules.Shape)
            .ShouldBeEmpty();

    [Fact]
    public void Shape_OfAnOpenClassThatCanBeChanged_IsRefused() => EventRules.Shape(typeof(OpenAndMutable)).ShouldBe(
        ["OpenAndMutable is not sealed", "OpenAndMutable is not a record", "OpenAndMutable.Channel can be changed after it was made"]);

    [Fact]
    public void Listed_WhenEventJsonLacksTheRecord_IsRefused() =>
        EventRules.Listed(typeof(WithPersonalData)).ShouldBe(["WithPersonalData is not listed in EventJson"]);

    [Fact]
    public void Name_ThatDiffersFromTheClass_IsRefused() =>
        EventRules.Name(typeof(Contracts.Events.Employment.V1.PersonIdentified), "ansinh.employment.v1.PersonNamed").ShouldHaveSingleItem()
            .ShouldContain("namespace and class say ansinh.employment.v1.PersonIdentified");

    [Fact]
    public void NoPersonalData_WhenAMemberCouldHoldSome_IsRefused_InNestedRecordsToo() => EventRules.NoPersonalData(typeof(WithPersonalData)).ShouldBe(
        ["WithPersonalData.citizen_number could hold personal data", "Contact.name could hold personal data", "Contact.mobile_phone could hold personal data"]);

    class OpenAndMutable
    {
        public string Channel { get; set; } = "";
    }

    sealed record WithPersonalData
    {
        public required string PersonKey { get; init; }

        public required string CitizenNumber { get; init; }

        public required Contact Contact { get; init; }
    }

    sealed record Contact
    {
        public required string Name { get; init; }

        public required string MobilePhone { get; init; }
    }
}
