using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using AnSinh.Contracts.Tests.Samples;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Messaging;
using AnSinh.ServiceKit.Persistence;
using MassTransit;
using MassTransit.Serialization;

namespace AnSinh.Contracts.Tests.AsyncApi;

/// <summary>What stands on the wire: a run of events inside the bus library's envelope.</summary>
static class BusMessage
{
    public const string ContentType = "application/vnd.masstransit+json";

    // Where each member of the envelope goes in CloudEvents 1.0; the names that it does not lay down are extension attributes.
    static readonly Dictionary<string, string> cloudEvents = new(StringComparer.Ordinal)
    {
        [nameof(EventEnvelope.EventId)] = "id",
        [nameof(EventEnvelope.Sequence)] = "sequence",
        [nameof(EventEnvelope.Type)] = "type",
        [nameof(EventEnvelope.Subject)] = "subject",
        [nameof(EventEnvelope.OccurredOn)] = "occurredon",
        [nameof(EventEnvelope.RecordedAt)] = "time",
        [nameof(EventEnvelope.AreaCode)] = "areacode",
        [nameof(EventEnvelope.SchemaVersion)] = "schemaversion",
        [nameof(EventEnvelope.Actor)] = "actor",
        [nameof(EventEnvelope.TraceParent)] = "traceparent",
        [nameof(EventEnvelope.Data)] = "data",
    };

    static string Urn => MessageUrn.ForType<EventRun>().ToString();

    /// <summary>Schemas of the message and its parts by name.</summary>
    public static IEnumerable<KeyValuePair<string, JsonObject>> Schemas(IEnumerable<string> sources) =>
    [
        new("BusMessage", Envelope()),
        new("BusHeaders", Object("Headers of a message on the broker.", new JsonObject
        {
            [EventRun.SourceHeader] = Text("Source of the run: a queue that does not follow it passes the message over unread.", sources),
        })),
        new("EventRun", Object(DocComments.Of(typeof(EventRun)), new JsonObject
        {
            [Name(nameof(EventRun.Source))] = Text($"{Comment<EventRun>(nameof(EventRun.Source))} CloudEvents `source`.", sources),
            [Name(nameof(EventRun.Events))] = new JsonObject
            {
                ["description"] = $"{Comment<EventRun>(nameof(EventRun.Events))} At most `Relay:RunLength` of them, by default {new RelayOptions().RunLength}.",
                ["type"] = "array",
                ["minItems"] = 1,
                ["items"] = Reference("EventEnvelope"),
            },
        })),
        new("EventEnvelope", Object(DocComments.Of(typeof(EventEnvelope)),
            [.. typeof(EventEnvelope).GetProperties().Select(property => new KeyValuePair<string, JsonNode?>(Name(property.Name), Member(property)))])),
    ];

    /// <summary>The golden sample of the feed's event as a message, written by the bus's own serializer.</summary>
    public static JsonObject Example()
    {
        var told = (Contracts.Events.V1.Event)MessageSample.Of("events/v1/Event.json").FromJson();
        var day = new DateOnly(told.OccurredOn.Year, told.OccurredOn.Month, told.OccurredOn.Day);
        var run = new EventRun
        {
            Source = told.Source,
            Events =
            [
                new()
                {
                    EventId = Guid.Parse(told.Id, CultureInfo.InvariantCulture),
                    Sequence = told.Sequence,
                    Type = told.Type,
                    Subject = Guid.Parse(told.Subject, CultureInfo.InvariantCulture),
                    OccurredOn = day,
                    RecordedAt = told.RecordedAt.ToDateTimeOffset(),
                    AreaCode = told.AreaCode,
                    SchemaVersion = told.SchemaVersion,
                    Actor = told.Actor,
                    TraceParent = told.TraceParent,
                    Data = told.Data,
                },
            ],
        };
        return new JsonObject
        {
            ["messageId"] = told.Id,
            ["messageType"] = new JsonArray(Urn),
            ["message"] = JsonSerializer.SerializeToNode(run, SystemTextJsonMessageSerializer.Options),
        };
    }

    public static JsonObject Reference(string schema) => new() { ["$ref"] = $"#/components/schemas/{schema}" };

    static JsonObject Envelope()
    {
        var schema = Object($"The envelope of MassTransit (`{ContentType}`); members that are not named here are its own.", new JsonObject
        {
            ["messageType"] = new JsonObject
            {
                ["description"] = "What the message is; the name is pinned.",
                ["type"] = "array",
                ["contains"] = new JsonObject { ["const"] = Urn },
            },
            ["message"] = Reference("EventRun"),
        });
        schema["properties"]!["messageId"] = new JsonObject { ["description"] = "Id of the message.", ["type"] = "string", ["format"] = "uuid" };
        return schema;
    }

    static JsonObject Member(PropertyInfo property)
    {
        var attribute = cloudEvents[property.Name];
        var schema = new JsonObject { ["description"] = $"{DocComments.Of(property)} CloudEvents `{attribute}`." };
        var (type, format) = property.PropertyType switch
        {
            var one when one == typeof(Guid) => ("string", "uuid"),
            var one when one == typeof(DateOnly) => ("string", "date"),
            var one when one == typeof(DateTimeOffset) => ("string", "date-time"),
            var one when one == typeof(long) => ("integer", "int64"),
            var one when one == typeof(int) => ("integer", "int32"),
            _ => ("string", null),
        };
        schema["type"] = type;
        if (format is not null)
        {
            schema["format"] = format;
        }

        if (property.Name == nameof(EventEnvelope.Data))
        {
            schema["contentMediaType"] = "application/json";
            schema["maxLength"] = EventRow.LongestData;
        }

        schema["x-cloudevents-attribute"] = attribute;
        return schema;
    }

    static JsonObject Object(string description, JsonObject properties) => new()
    {
        ["description"] = description,
        ["type"] = "object",
        ["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]),
        ["properties"] = properties,
    };

    static JsonObject Text(string description, IEnumerable<string> known) => new()
    {
        ["description"] = description,
        ["type"] = "string",
        ["x-known-values"] = new JsonArray([.. known.Select(value => (JsonNode)value)]),
    };

    static string Comment<T>(string property) => DocComments.Of(typeof(T).GetProperty(property)!);

    static string Name(string property) => SystemTextJsonMessageSerializer.Options.PropertyNamingPolicy!.ConvertName(property);
}
