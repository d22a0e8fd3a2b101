using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using AnSinh.Testing;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Messaging;

/// <summary>The bus speaks TLS to its broker. What answers here is no broker: it only listens to how the conversation begins.</summary>
public sealed class BrokerTlsTests : IDisposable
{
    readonly TemporaryDirectory data = new();
    readonly TestAuthority authority = new("Broker");
    readonly TcpListener broker = new(IPAddress.Loopback, 0);

    public void Dispose()
    {
        broker.Dispose();
        authority.Dispose();
        data.Dispose();
    }

    // The system trusts no authority of this test: without the setting there would be no handshake.
    [Fact]
    public async Task Bus_TrustsItsBrokersAuthority()
    {
        var bundle = Path.Combine(data.Path, "broker-ca.crt");
        await File.WriteAllTextAsync(bundle, authority.Pem);
        broker.Start();
        await using var host = await NotesHost.StartAsync(data, settings: new()
        {
            ["Bus:Transport"] = "RabbitMq",
            ["Bus:RabbitMq:Port"] = ((IPEndPoint)broker.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture),
            ["Bus:RabbitMq:Tls:Enabled"] = "true",
            ["Bus:RabbitMq:Tls:ServerName"] = "localhost",
            ["Bus:RabbitMq:Tls:Authorities"] = bundle,
        });

        using var certificate = authority.Sign("CN=rabbitmq").Open();
        using var patience = new CancellationTokenSource(Patience.Limit);
        using var connection = await broker.AcceptTcpClientAsync(patience.Token);
        await using var tls = new SslStream(connection.GetStream());
        await tls.AuthenticateAsServerAsync(certificate);
        var first = new byte[4];
        await tls.ReadExactlyAsync(first, patience.Token);

        Encoding.ASCII.GetString(first).ShouldBe("AMQP");
    }
}
