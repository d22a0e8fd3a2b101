using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace AnSinh.Contracts.Tests.Baseline;

public sealed class EventComparerTests
{
    const string Recorded = "ansinh.employment.v1.PlacementRecorded";

    /// <summary>Kind of break → what is done to the events.json of a future build, and what the comparer must say.</summary>
    static readonly Dictionary<string, (Action<JsonObject> Apply, string Message)> breaks = new(StringComparer.Ordinal)
    {
        ["event removed"] = (events => events.Remove(Recorded), $"event {Recorded} was removed"),
        ["event renamed"] = (Rename, $"event {Recorded} was removed"),
        ["member removed"] = (events => Members(events).Remove("placement.sex"), $"member {Recorded}: placement.sex was removed"),
        ["member renamed"] = (RenameMember, $"member {Recorded}: placement.sex was removed"),
        ["member retyped"] = (events => Member(events, "placement.start_date")["type"] = "instant",
            $"member {Recorded}: placement.start_date was retyped from date to instant"),
        ["number widened to text"] = (events => Member(events, "placement.loan_amount_vnd")["type"] = "string",
            $"member {Recorded}: placement.loan_amount_vnd was retyped from int64 to string"),
        ["optional became required"] = (events => Member(events, "placement.sex")["required"] = true,
            $"member {Recorded}: placement.sex became required; stored events may lack it"),
        ["required became optional"] = (events => Member(events, "placement.channel")["required"] = false,
            $"member {Recorded}: placement.channel became optional; readers count on it"),
        ["new required member"] = (events => Add(events, "placement.wage_vnd", required: true),
            $"member {Recorded}: placement.wage_vnd is new and required; stored events lack it"),
        ["new member without a new schema version"] = (events => Add(events, "placement.wage_vnd", required: false, version: 1),
            $"event {Recorded} has schema version 1; published is 1, and new members raise it by one"),
        ["schema version lowered"] = (events => events[Recorded]!["schema_version"] = 0,
            $"event {Recorded} has schema version 0; published is 1, and new members raise it by one"),
    };

    public static TheoryData<string> Kinds => [.. breaks.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Compare_WhenTheSchemasAreBroken_SaysWhatBroke(string kind) =>
        EventComparer.BreakingChanges(EventSchemas.Current(), Changed(breaks[kind].Apply)).ShouldContain(breaks[kind].Message);

    [Fact]
    public void Compare_WhenNothingChanged_IsSilent() =>
        EventComparer.BreakingChanges(EventSchemas.Current(), Changed(_ => { })).ShouldBeEmpty();

    [Fact]
    public void Compare_WhenAnOptionalMemberWasAdded_BreaksNothingAndNamesIt()
    {
        var grown = Changed(events => Add(events, "placement.wage_vnd", required: false));

        EventComparer.BreakingChanges(EventSchemas.Current(), grown).ShouldBeEmpty();
        EventComparer.Additions(EventSchemas.Current(), grown).ShouldBe([$"member {Recorded}: placement.wage_vnd"]);
    }

    [Fact]
    public void Compare_WhenANewOptionalObjectHasARequiredMember_BreaksNothing()
    {
        var grown = Changed(events =>
        {
            Add(events, "placement.wage", required: false);
            Add(events, "placement.wage.amount_vnd", required: true);
        });

        EventComparer.BreakingChanges(EventSchemas.Current(), grown).ShouldBeEmpty();
    }

    static EventSchemas Changed(Action<JsonObject> change)
    {
        var events = JsonNode.Parse(EventSchemas.Current().Write())!.AsObject();
        change(events);
        return EventSchemas.Parse(Encoding.UTF8.GetBytes(events.ToJsonString()));
    }

    static JsonObject Members(JsonObject events) => events[Recorded]!["members"]!.AsObject();

    static JsonNode Member(JsonObject events, string path) => Members(events)[path]!;

    static void Add(JsonObject events, string path, bool required, int version = 2)
    {
        Members(events)[path] = new JsonObject { ["type"] = "int64", ["required"] = required };
        events[Recorded]!["schema_version"] = version;
    }

    static void Rename(JsonObject events)
    {
        events["ansinh.employment.v1.PlacementNoted"] = events[Recorded]!.DeepClone();
        events.Remove(Recorded);
    }

    static void RenameMember(JsonObject events)
    {
        Members(events)["placement.gender"] = Member(events, "placement.sex").DeepClone();
        Members(events).Remove("placement.sex");
    }
}
