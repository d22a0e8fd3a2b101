using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AnSinh.Contracts.Events;
using AnSinh.Contracts.Tests.Baseline;
using AnSinh.Contracts.Tests.Samples;

namespace AnSinh.Contracts.Tests.AsyncApi;

/// <summary>The AsyncAPI 3.0 document of the bus and the event logs: contracts/asyncapi/asyncapi.json.</summary>
static class AsyncApiDocument
{
    const string About = """
        What the services of AnSinh tell each other. Each service writes its events to a log of its own (the channels ending in .log), which any
        consumer with the permission events.read can read by gRPC from ansinh.events.v1.EventFeed: the log is the truth. Over the broker the same
        events travel as runs of consecutive events of one source (the channel runs), for speed: whoever finds a gap reads the log. Delivery is at
        least once; sequence numbers tell what was booked already. No event holds personal data: people appear as person keys. Members may be added to
        a record, and its schema version then goes up by one; readers pass over what they do not know. Generated from the contracts and the services.
        """;

    static readonly JsonSerializerOptions indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly Lazy<string> published = new(Read);

    public static string Path => Repository.PathOf("contracts", "asyncapi", "asyncapi.json");

    public static string Write() => Create(Topology.Services()).ToJsonString(indented) + "\n";

    /// <summary>The checked-in text; written first when this run may publish.</summary>
    public static string Published => published.Value;

    static string Read()
    {
        if (PublishedContracts.UpdateRequested)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            File.WriteAllText(Path, Write());
        }

        return File.ReadAllText(Path);
    }

    static JsonObject Create(IReadOnlyList<ServiceNode> services) => new()
    {
        ["asyncapi"] = "3.0.0",
        ["id"] = "urn:ansinh:events:v1",
        ["info"] = new JsonObject
        {
            ["title"] = "AnSinh events",
            ["version"] = typeof(EventTypes).Assembly.GetName().Version!.ToString(3),
            ["description"] = About.ReplaceLineEndings(" "),
        },
        ["defaultContentType"] = "application/json",
        ["servers"] = Servers(),
        ["channels"] = new JsonObject([.. Channels.Of(services)]),
        ["operations"] = new JsonObject([.. services.SelectMany(Operations.Of)]),
        ["components"] = new JsonObject { ["messages"] = Messages(), ["schemas"] = Schemas(services) },
    };

    static JsonObject Servers() => new()
    {
        ["broker"] = new JsonObject
        {
            ["host"] = "{host}:{port}",
            ["protocol"] = "amqp",
            ["protocolVersion"] = "0-9-1",
            ["description"] = "RabbitMQ, when `Bus:Transport` is `RabbitMq`; settings `Bus:RabbitMq`. In one process the bus is in memory.",
            ["variables"] = Address("127.0.0.1", "5672"),
        },
        ["feed"] = new JsonObject
        {
            ["host"] = "{host}:{port}",
            ["protocol"] = "grpc",
            ["description"] = "The gRPC port of the service: `ansinh.events.v1.EventFeed`, rpcs `Read` and `Subscribe`.",
            ["variables"] = Address("127.0.0.1", "5080"),
        },
    };

    static JsonObject Address(string host, string port) => new()
    {
        ["host"] = new JsonObject { ["default"] = host, ["description"] = "Name or address." },
        ["port"] = new JsonObject { ["default"] = port, ["description"] = "Port." },
    };

    static JsonObject Messages() => new(
    [
        new("EventRun", new JsonObject
        {
            ["name"] = "EventRun",
            ["title"] = "A run of events of one source",
            ["contentType"] = BusMessage.ContentType,
            ["headers"] = BusMessage.Reference("BusHeaders"),
            ["payload"] = BusMessage.Reference("BusMessage"),
            ["examples"] = new JsonArray(new JsonObject { ["name"] = "run", ["payload"] = BusMessage.Example() }),
        }),
        .. EventTypes.All.OrderBy(info => info.Name, StringComparer.Ordinal).Select(info => new KeyValuePair<string, JsonNode?>(info.Name, Message(info))),
    ]);

    static JsonObject Message(EventTypeInfo info) => new()
    {
        ["name"] = info.Name,
        ["title"] = info.RecordType.Name,
        ["summary"] = DocComments.Of(info.RecordType),
        ["contentType"] = "application/json",
        ["payload"] = BusMessage.Reference(info.Name),
        ["examples"] = new JsonArray([.. SampleFile.All.Where(sample => sample.ContractName == info.Name).Select(sample => (JsonNode)new JsonObject
        {
            ["name"] = System.IO.Path.GetFileNameWithoutExtension(sample.Path),
            ["payload"] = JsonNode.Parse(sample.Text),
        })]),
        ["x-schema-version"] = info.SchemaVersion,
    };

    static JsonObject Schemas(IReadOnlyList<ServiceNode> services) => new(
    [
        .. BusMessage.Schemas(services.Select(service => service.Name)).Concat(RecordSchemas.All())
            .Select(schema => new KeyValuePair<string, JsonNode?>(schema.Key, schema.Value)),
    ]);
}
