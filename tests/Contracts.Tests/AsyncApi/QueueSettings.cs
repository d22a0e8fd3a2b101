using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using AnSinh.ServiceKit.Messaging;
using MassTransit;

namespace AnSinh.Contracts.Tests.AsyncApi;

/// <summary>Listens to how the services set up a queue on RabbitMQ, so that what the document says of queues is what their code does.</summary>
class QueueSettings : DispatchProxy
{
    /// <summary>Arguments that the queue is declared with.</summary>
    public SortedDictionary<string, JsonNode> Arguments { get; } = new(StringComparer.Ordinal);

    /// <summary>Queue that takes what was delivered too often.</summary>
    public string DeadLetterQueue { get; private set; } = "";

    /// <summary>The settings of a queue of that name.</summary>
    public static QueueSettings Of(string queue)
    {
        var listener = Create<IRabbitMqReceiveEndpointConfigurator, QueueSettings>();
        var setup = typeof(BusSetup).Assembly.GetType($"{typeof(BusSetup).Namespace}.RabbitMqSetup", throwOnError: true)!;
        setup.GetMethod("Harden")!.Invoke(null, [listener, queue]);
        return (QueueSettings)(object)listener;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        switch (targetMethod!.Name)
        {
            case "SetQuorumQueue":
                Arguments["x-queue-type"] = "quorum";
                break;
            case "SetQueueArgument":
                Arguments[(string)args![0]!] = JsonSerializer.SerializeToNode(args[1])!;
                break;
            case "BindDeadLetterQueue":
                Arguments["x-dead-letter-exchange"] = (string)args![0]!;
                DeadLetterQueue = (string)args[1]!;
                break;
            default:
                throw new NotSupportedException($"The document says nothing yet of {targetMethod.Name}.");
        }

        return null;
    }
}
