using MassTransit;
using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Messaging;

/// <summary>How queues stand on RabbitMQ: durable quorum queues with an explicit delivery limit and dead-letter exchange, because
/// otherwise a consumer that crashes in a loop can make the broker drop good messages.</summary>
static class RabbitMqSetup
{
    const int DeliveryLimit = 20;

    public static void Connect(IRabbitMqBusFactoryConfigurator bus, IConfigurationSection settings)
    {
        var password = settings["PasswordFile"] is { Length: > 0 } file ? File.ReadAllText(file).Trim() : settings["Password"] ?? "guest";
        bus.Host(settings["Host"] ?? "127.0.0.1", settings.GetValue<ushort>("Port", 5672), settings["VirtualHost"] ?? "/", host =>
        {
            host.Username(settings["User"] ?? "guest");
            host.Password(password);
            host.PublisherConfirmation = true;
        });
    }

    public static void Harden(IRabbitMqReceiveEndpointConfigurator queue, string name)
    {
        queue.SetQuorumQueue();
        queue.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        queue.BindDeadLetterQueue($"{name}_dead", $"{name}_dead");
    }
}
