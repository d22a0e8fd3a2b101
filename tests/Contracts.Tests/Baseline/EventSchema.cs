using System.Collections;
using System.Text.Json.Serialization.Metadata;
using AnSinh.Contracts.Events;

namespace AnSinh.Contracts.Tests.Baseline;

/// <summary>What a consumer of one event record relies on.</summary>
sealed record EventSchema
{
    /// <summary>Minor version: one more each time an optional member is added.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Members by their path in the JSON, such as <c>placement.person_key</c>.</summary>
    public required SortedDictionary<string, EventMember> Members { get; init; }

    public static EventSchema Of(EventTypeInfo info)
    {
        var members = new SortedDictionary<string, EventMember>(StringComparer.Ordinal);
        Collect(info.RecordType, "", members);
        return new EventSchema { SchemaVersion = info.SchemaVersion, Members = members };
    }

    static void Collect(Type type, string prefix, SortedDictionary<string, EventMember> members)
    {
        var properties = EventJson.Default.GetTypeInfo(type)?.Properties ?? throw new InvalidOperationException($"EventJson does not know {type}.");
        foreach (var property in properties)
        {
            var path = prefix + property.Name;
            var (name, content) = Describe(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            members.Add(path, new EventMember { Type = name + NullMark(property), Required = property.IsRequired });
            if (content is not null)
            {
                Collect(content, name == "list" ? $"{path}[]." : $"{path}.", members);
            }
        }
    }

    static string NullMark(JsonPropertyInfo property) => property is { IsRequired: true, IsGetNullable: true } ? " or null" : "";

    // Enums are not among them on purpose: events spell codes out, so that a new code needs no new reader.
    static (string Name, Type? Content) Describe(Type type) => type switch
    {
        _ when type == typeof(string) => ("string", null),
        _ when type == typeof(bool) => ("boolean", null),
        _ when type == typeof(int) => ("int32", null),
        _ when type == typeof(long) => ("int64", null),
        _ when type == typeof(decimal) => ("decimal", null),
        _ when type == typeof(Guid) => ("uuid", null),
        _ when type == typeof(DateOnly) => ("date", null),
        _ when type == typeof(DateTimeOffset) => ("instant", null),
        { IsGenericType: true } when type.IsAssignableTo(typeof(IEnumerable)) => ListOf(type.GetGenericArguments()[0]),
        { IsClass: true } => ("object", type),
        _ => throw new NotSupportedException($"An event member cannot be of type {type}."),
    };

    static (string Name, Type? Content) ListOf(Type element) => Describe(element) is (var name, null) ? ($"list of {name}", null) : ("list", element);
}

/// <summary>One member of an event record.</summary>
sealed record EventMember
{
    /// <summary>Type as it stands in the JSON: string, date, uuid, int32, int64, decimal, boolean, instant, object or a list.</summary>
    public required string Type { get; init; }

    /// <summary>Whether every writer sends it.</summary>
    public required bool Required { get; init; }
}
