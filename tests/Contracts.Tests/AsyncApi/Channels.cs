using System.Reflection;
using System.Text.Json.Nodes;
using AnSinh.ServiceKit.Messaging;
using MassTransit;

namespace AnSinh.Contracts.Tests.AsyncApi;

/// <summary>The channels of the document: the exchange of runs, each queue with those behind it, each service's log.</summary>
static class Channels
{
    public const string Runs = "runs";

    public static string LogOf(ServiceNode service) => $"{service.Name}.log";

    public static JsonObject ReferenceTo(string channel) => new() { ["$ref"] = $"#/channels/{channel}" };

    public static IEnumerable<KeyValuePair<string, JsonNode?>> Of(IReadOnlyList<ServiceNode> services) =>
    [
        new(Runs, Exchange(typeof(EventRun).GetCustomAttribute<EntityNameAttribute>()!.EntityName)),
        .. services.SelectMany(service => service.Queues).SelectMany(Queues),
        .. services.Select(service => new KeyValuePair<string, JsonNode?>(LogOf(service), Log(service))),
    ];

    static JsonObject Exchange(string name) => Channel("broker", name, "Runs of every source; every queue is bound to it.", ["EventRun"], new JsonObject
    {
        ["is"] = "routingKey",
        ["exchange"] = new JsonObject { ["name"] = name, ["type"] = "fanout", ["durable"] = true, ["autoDelete"] = false },
        ["bindingVersion"] = "0.3.0",
    });

    static IEnumerable<KeyValuePair<string, JsonNode?>> Queues(QueueNode queue)
    {
        var arguments = queue.Settings.Arguments;
        var followed = Queue(
            queue.Name,
            $"Followed sources: {string.Join(", ", queue.Sources)}; runs of others are passed over by their header. One queue for all instances of the "
            + $"service; one run after another. What fails again and again goes to {queue.ErrorQueue}; what was delivered {arguments["x-delivery-limit"]} "
            + $"times without an answer, to {queue.Settings.DeadLetterQueue}.");
        followed["x-queue-arguments"] = new JsonObject([.. arguments.Select(one => new KeyValuePair<string, JsonNode?>(one.Key, one.Value.DeepClone()))]);
        followed["x-bound-to"] = $"#/channels/{Runs}";
        followed["x-error-queue"] = queue.ErrorQueue;
        followed["x-dead-letter-queue"] = queue.Settings.DeadLetterQueue;
        yield return new(queue.Name, followed);
        yield return new(queue.ErrorQueue, Queue(queue.ErrorQueue, $"Runs that the consumer of {queue.Name} could not book, for an operator to send again."));
        yield return new(
            queue.Settings.DeadLetterQueue,
            Queue(queue.Settings.DeadLetterQueue, $"Runs that the broker took from {queue.Name} by its delivery limit, for an operator to send again."));
    }

    static JsonObject Queue(string name, string description) => Channel("broker", name, description, ["EventRun"], new JsonObject
    {
        ["is"] = "queue",
        ["queue"] = new JsonObject { ["name"] = name, ["durable"] = true, ["exclusive"] = false, ["autoDelete"] = false },
        ["bindingVersion"] = "0.3.0",
    });

    static JsonObject Log(ServiceNode service) => Channel(
        "feed", null, $"Event log of {service.Name}: source `{service.Name}` of the feed, and the data of its runs on the broker.", service.Events, null);

    static JsonObject Channel(string server, string? address, string description, IEnumerable<string> messages, JsonObject? amqp)
    {
        var channel = new JsonObject
        {
            ["address"] = address,
            ["description"] = description,
            ["servers"] = new JsonArray(new JsonObject { ["$ref"] = $"#/servers/{server}" }),
            ["messages"] = new JsonObject(
                [.. messages.Select(name => new KeyValuePair<string, JsonNode?>(name, new JsonObject { ["$ref"] = $"#/components/messages/{name}" }))]),
        };
        if (amqp is not null)
        {
            channel["bindings"] = new JsonObject { ["amqp"] = amqp };
        }

        return channel;
    }
}
