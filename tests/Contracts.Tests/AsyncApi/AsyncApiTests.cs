using System.Text.Json.Nodes;
using AnSinh.Contracts.Events;
using Shouldly;
using Xunit;

namespace AnSinh.Contracts.Tests.AsyncApi;

public sealed class AsyncApiTests
{
    const string HowToRefresh = "contracts/asyncapi/asyncapi.json is not what the contracts and the services say; write it with: "
        + "ANSINH_UPDATE_BASELINE=1 dotnet test tests/Contracts.Tests";

    static readonly Lazy<JsonObject> document = new(() => JsonNode.Parse(AsyncApiDocument.Published)!.AsObject());

    static JsonObject Document => document.Value;

    [Fact]
    public void Document_SaysWhatTheContractsAndTheServicesSay()
    {
        var expected = AsyncApiDocument.Write().Split('\n');
        var found = AsyncApiDocument.Published.Split('\n');

        // The first difference is enough; the whole text would be thousands of lines.
        var line = expected.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        (expected.ElementAtOrDefault(line) == found.ElementAtOrDefault(line))
            .ShouldBeTrue($"{HowToRefresh}\nline {line + 1}: {found.ElementAtOrDefault(line)}\nshould be: {expected.ElementAtOrDefault(line)}");
    }

    [Fact]
    public void EveryReference_LeadsSomewhere() => References(Document).Where(pointer => Find(pointer) is null).ShouldBeEmpty();

    [Fact]
    public void EveryEvent_IsAMessage_WithItsSchemaAndSamples()
    {
        foreach (var info in EventTypes.All)
        {
            Find($"#/components/schemas/{info.Name}").ShouldNotBeNull()["x-schema-version"]!.GetValue<int>().ShouldBe(info.SchemaVersion);
            Find($"#/components/messages/{info.Name}").ShouldNotBeNull()["examples"]!.AsArray().ShouldNotBeEmpty(info.Name);
        }
    }

    [Fact]
    public void Logs_HoldTheEventsThatTheServicesTell()
    {
        EventsOf("employment").ShouldContain("ansinh.employment.v1.PlacementRecorded");
        EventsOf("employment").ShouldContain("ansinh.payments.v1.PaymentsConfirmed");
        EventsOf("employment").ShouldNotContain("ansinh.dossiers.v1.DossierRegistered");
        EventsOf("merit").ShouldContain("ansinh.dossiers.v1.DossierRegistered");
        EventsOf("reporting").ShouldContain("ansinh.areas.v1.AreaUnitDefined");
        EventsOf("reporting").ShouldNotContain("ansinh.payments.v1.PaymentsConfirmed");
    }

    // Of people, employment alone gives numbers so far, and tells it by the older record of its own.
    [Fact]
    public void EveryEvent_ButOneThatIsKeptForLater_IsToldByAService() => EventTypes.All.Select(info => info.Name)
        .Except(Services.SelectMany(EventsOf), StringComparer.Ordinal)
        .ShouldBe(["ansinh.people.v1.PersonIdentified"]);

    [Fact]
    public void Reporting_FollowsEveryService_AndEveryOtherFollowsReporting()
    {
        SourcesOf("reporting.ledger").Order(StringComparer.Ordinal).ShouldBe(Services);
        foreach (var service in Services.Where(service => service != "reporting"))
        {
            SourcesOf($"{service}.areas").ShouldBe(["reporting"]);
        }
    }

    [Fact]
    public void Queues_AreQuorumQueues_WithALimitAndAWayOut()
    {
        var queue = Find("#/channels/reporting.ledger").ShouldNotBeNull();

        queue["x-queue-arguments"]!["x-queue-type"]!.GetValue<string>().ShouldBe("quorum");
        queue["x-queue-arguments"]!["x-delivery-limit"]!.GetValue<int>().ShouldBeGreaterThan(0);
        queue["x-queue-arguments"]!["x-dead-letter-exchange"]!.GetValue<string>().ShouldBe("reporting.ledger_dead");
        Find("#/channels/reporting.ledger_dead").ShouldNotBeNull();
        Find("#/channels/reporting.ledger_error").ShouldNotBeNull();
    }

    [Fact]
    public void Codes_AreKnownValues_AndExamplesAreNot()
    {
        Find("#/components/schemas/ansinh.employment.v1.PlacementContent/properties/channel")!["x-known-values"]!.AsArray()
            .Select(value => value!.GetValue<string>()).ShouldBe(["domestic", "loan", "overseas_contract"]);
        var programme = Find("#/components/schemas/ansinh.support.v1.SupportApproved/properties/programme")!.AsObject();
        programme.ContainsKey("x-known-values").ShouldBeFalse();
        programme["examples"]!.AsArray().Count.ShouldBe(1);
    }

    static IReadOnlyList<string> Services => [.. Document["channels"]!.AsObject().Select(channel => channel.Key)
        .Where(name => name.EndsWith(".log", StringComparison.Ordinal)).Select(name => name[..^".log".Length]).Order(StringComparer.Ordinal)];

    static IReadOnlyList<string> EventsOf(string service) =>
        [.. Document["channels"]![$"{service}.log"]!["messages"]!.AsObject().Select(message => message.Key)];

    static IReadOnlyList<string> SourcesOf(string queue) =>
        [.. Document["operations"]![$"{queue}.receive"]!["x-sources"]!.AsArray().Select(source => source!.GetValue<string>())];

    static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => member.Key == "$ref" ? [member.Value!.GetValue<string>()] : References(member.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    static JsonNode? Find(string pointer) =>
        pointer.Split('/').Skip(1).Aggregate((JsonNode?)Document, (node, name) => node is JsonObject map ? map[name] : null);
}
