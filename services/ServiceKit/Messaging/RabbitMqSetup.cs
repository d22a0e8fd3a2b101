using System.Security.Authentication;
using AnSinh.ServiceKit.Certificates;
using MassTransit;
using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Messaging;

/// <summary>How queues stand on RabbitMQ: durable quorum queues with an explicit delivery limit and dead-letter exchange, because
/// otherwise a consumer that crashes in a loop can make the broker drop good messages.</summary>
static class RabbitMqSetup
{
    const int DeliveryLimit = 20;

    /// <summary>
    /// Says where the broker is: <c>Host</c>, <c>Port</c>, <c>VirtualHost</c>, <c>User</c>, <c>PasswordFile</c>, and <c>Tls:Enabled</c>
    /// with <c>Tls:ServerName</c> (the host otherwise) and <c>Tls:Authorities</c> (a PEM bundle; the system's otherwise). A broker that
    /// asks for a certificate is shown the one of <c>Grpc:Certificate</c>.
    /// </summary>
    public static void Connect(IRabbitMqBusFactoryConfigurator bus, IConfigurationSection settings, PlatformCertificates certificates)
    {
        var password = settings["PasswordFile"] is { Length: > 0 } file ? File.ReadAllText(file).Trim() : settings["Password"] ?? "guest";
        bus.Host(settings["Host"] ?? "127.0.0.1", settings.GetValue<ushort>("Port", 5672), settings["VirtualHost"] ?? "/", host =>
        {
            host.Username(settings["User"] ?? "guest");
            host.Password(password);
            host.PublisherConfirmation = true;
            if (settings.GetValue("Tls:Enabled", false))
            {
                host.UseSsl(tls => Encrypt(tls, settings["Tls:ServerName"] ?? settings["Host"] ?? "127.0.0.1", certificates));
            }
        });
    }

    static void Encrypt(IRabbitMqSslConfigurator tls, string serverName, PlatformCertificates certificates)
    {
        tls.ServerName = serverName;
        tls.Protocol = SslProtocols.Tls12 | SslProtocols.Tls13;
        if (certificates.Client is { } own)
        {
            tls.CertificateSelectionCallback = (_, _, _, _, _) => own.Current.Leaf;
        }

        if (certificates.BrokerAuthorities is { } trusted)
        {
            tls.CertificateValidationCallback = (_, shown, chain, errors) => ClientTls.Trusts(trusted, shown, chain, errors);
        }
    }

    public static void Harden(IRabbitMqReceiveEndpointConfigurator queue, string name)
    {
        queue.SetQuorumQueue();
        queue.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        queue.BindDeadLetterQueue($"{name}_dead", $"{name}_dead");
    }
}
