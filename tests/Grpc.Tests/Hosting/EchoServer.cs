using System.Net;
using System.Security.Cryptography.X509Certificates;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Tests.Protos;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Grpc.Tests.Hosting;

/// <summary>A gRPC server of the real package on a free loopback port, with a channel of the real client to it.</summary>
public sealed class EchoServer : IAsyncDisposable
{
    readonly WebApplication app;
    readonly List<GrpcChannel> channels = [];

    EchoServer(WebApplication app, bool isSecure)
    {
        this.app = app;
        // Certificates name hosts, so over TLS the host is named and not numbered.
        var port = new Uri(app.Urls.Single()).Port;
        Address = isSecure ? $"https://localhost:{port}" : $"http://127.0.0.1:{port}";
    }

    public string Address { get; }

    public static async Task<EchoServer> StartAsync(
        EchoHandlers? handlers = null,
        Action<GrpcServiceOptions>? configure = null,
        Action<IServiceCollection>? services = null,
        ServerServiceDefinition? definition = null,
        X509Certificate2? certificate = null,
        ClientCertificateMode clientCertificate = ClientCertificateMode.NoCertificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (certificate is null) return;
            listen.UseHttps(certificate, https =>
            {
                https.ClientCertificateMode = clientCertificate;
                https.ClientCertificateValidation = (presented, _, _) => presented.Thumbprint == certificate.Thumbprint;
            });
        }));
        builder.Services.AddGrpc(options => configure?.Invoke(options));
        builder.Services.AddSingleton(handlers ?? new EchoHandlers());
        services?.Invoke(builder.Services);
        var app = builder.Build();
        if (definition is null) app.MapGrpcService<EchoService>();
        else app.MapGrpcService(definition);
        await app.StartAsync();
        return new EchoServer(app, certificate is not null);
    }

    public GrpcChannel Channel(GrpcChannelOptions? options = null)
    {
        var channel = GrpcChannel.ForAddress(Address, options ?? new GrpcChannelOptions());
        channels.Add(channel);
        return channel;
    }

    public Echo.EchoClient Client(GrpcChannelOptions? options = null) => new(Channel(options));

    public async ValueTask DisposeAsync()
    {
        channels.ForEach(channel => channel.Dispose());
        await app.DisposeAsync();
    }
}
