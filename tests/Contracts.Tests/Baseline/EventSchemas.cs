using System.Text.Json;
using AnSinh.Contracts.Events;

namespace AnSinh.Contracts.Tests.Baseline;

/// <summary>The schemas of all event records by published name.</summary>
sealed class EventSchemas
{
    static readonly JsonSerializerOptions json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public required SortedDictionary<string, EventSchema> Records { get; init; }

    public static EventSchemas Current() => new()
    {
        Records = new(EventTypes.All.ToDictionary(info => info.Name, EventSchema.Of), StringComparer.Ordinal),
    };

    public static EventSchemas Parse(byte[] utf8) => new()
    {
        Records = new(JsonSerializer.Deserialize<Dictionary<string, EventSchema>>(utf8, json)!, StringComparer.Ordinal),
    };

    public string Write() => JsonSerializer.Serialize(Records, json) + "\n";

    /// <summary>Every record and member by name, such as <c>member ansinh.employment.v1.PlacementRecorded: placement.channel</c>.</summary>
    public IEnumerable<string> Elements() =>
    [
        .. Records.Keys.Select(name => $"event {name}"),
        .. Records.SelectMany(record => record.Value.Members.Keys.Select(member => $"member {record.Key}: {member}")),
    ];
}
