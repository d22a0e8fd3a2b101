using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace AnSinh.Contracts.Events;

/// <summary>All event records of the contracts by their published names, and their way to and from JSON.</summary>
public static class EventTypes
{
    static readonly FrozenDictionary<string, EventTypeInfo> ByName = typeof(EventTypes).Assembly.GetTypes()
        .Where(type => type.IsDefined(typeof(EventTypeAttribute)))
        .Select(type => new EventTypeInfo(type, type.GetCustomAttribute<EventTypeAttribute>()!))
        .ToFrozenDictionary(info => info.Name);

    static readonly FrozenDictionary<Type, EventTypeInfo> ByType = ByName.Values.ToFrozenDictionary(info => info.RecordType);

    /// <summary>Every record of the contracts.</summary>
    public static IReadOnlyCollection<EventTypeInfo> All => ByName.Values;

    /// <summary>What is pinned about a record type.</summary>
    /// <exception cref="ArgumentException">The type carries no <see cref="EventTypeAttribute"/>.</exception>
    public static EventTypeInfo Of(Type recordType) => ByType.TryGetValue(recordType, out var info)
        ? info
        : throw new ArgumentException($"{recordType} is not an event record of the contracts.", nameof(recordType));

    /// <summary>The record type of a published name, or null for one that this build does not know (a newer writer).</summary>
    public static EventTypeInfo? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Writes a record as UTF-8 JSON.</summary>
    public static byte[] Write(object record) => JsonSerializer.SerializeToUtf8Bytes(record, record.GetType(), EventJson.Default);

    /// <summary>Reads a record back, or answers null where this build does not know its name.</summary>
    /// <exception cref="JsonException">The JSON lacks a required member or a member has the wrong type.</exception>
    public static object? Read(string name, ReadOnlySpan<byte> json) =>
        Find(name) is { } info ? JsonSerializer.Deserialize(json, info.RecordType, EventJson.Default) : null;
}

/// <summary>What is pinned about an event record.</summary>
/// <param name="RecordType">The C# record.</param>
/// <param name="Attribute">Its pinned name and version.</param>
public sealed record EventTypeInfo(Type RecordType, EventTypeAttribute Attribute)
{
    /// <summary>Published name.</summary>
    public string Name => Attribute.Name;

    /// <summary>Minor version of the schema.</summary>
    public int SchemaVersion => Attribute.SchemaVersion;
}
