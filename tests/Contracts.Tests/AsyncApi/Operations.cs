using System.Text.Json.Nodes;

namespace AnSinh.Contracts.Tests.AsyncApi;

/// <summary>What each service does: tells events, publishes runs of them, receives runs of the sources that it follows.</summary>
static class Operations
{
    public static IEnumerable<KeyValuePair<string, JsonNode?>> Of(ServiceNode service) =>
    [
        new($"{service.Name}.tell", Operation("send", Channels.LogOf(service), $"{service.Name} tells what happened.", [service.Name])),
        new($"{service.Name}.publish", Operation("send", Channels.Runs, $"The relay of {service.Name} publishes runs of its log.", [service.Name])),
        .. service.Queues.Select(queue => new KeyValuePair<string, JsonNode?>(
            $"{queue.Name}.receive", Operation("receive", queue.Name, $"{service.Name} books runs of {string.Join(", ", queue.Sources)}.", queue.Sources))),
    ];

    static JsonObject Operation(string action, string channel, string summary, IEnumerable<string> sources) => new()
    {
        ["action"] = action,
        ["channel"] = Channels.ReferenceTo(channel),
        ["summary"] = summary,
        ["x-sources"] = new JsonArray([.. sources.Select(source => (JsonNode)source)]),
    };
}
