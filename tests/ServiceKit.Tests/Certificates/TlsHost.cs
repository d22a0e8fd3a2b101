using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Events.V1;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.ServiceKit.Tests.Certificates;

/// <summary>A host that asks its callers for certificates, its files as a Secret is mounted on Kubernetes, and callers of every kind.</summary>
sealed class TlsHost : IAsyncDisposable
{
    readonly TemporaryDirectory folder = new();
    readonly List<IDisposable> open = [];
    int generation;
    TestHost? host;

    public TestAuthority Authority { get; } = new("Platform");

    public TestAuthority Agencies { get; } = new("Agencies");

    public TestHost Running => host ?? throw new InvalidOperationException("Not started.");

    public string Address => Running.App.Services.GetRequiredService<HostAddresses>().Grpc;

    /// <summary>Starts the host with a certificate of <see cref="Authority"/>; callers' come from <see cref="Agencies"/>.</summary>
    public async Task<TlsHost> StartAsync(string mode, Dictionary<string, string?>? settings = null)
    {
        Mount(Authority.Sign("CN=server-1"), Agencies.Pem);
        host = await TestHost.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton<FeedProbe>();
                builder.AddGrpc<FeedProbe>(EventFeed.Descriptor);
            },
            new(settings ?? [])
            {
                ["Hosting:Certificate:Path"] = Mounted("tls.crt"),
                ["Hosting:Certificate:KeyPath"] = Mounted("tls.key"),
                ["Hosting:ClientCertificates:Mode"] = mode,
                ["Hosting:ClientCertificates:Authorities"] = Mounted("ca.crt"),
                ["Identity:Roles:platform-service:0"] = Probe.Read,
                ["Telemetry:IntervalSeconds"] = "0.05",
            });
        return this;
    }

    public string Mounted(string name) => Path.Combine(folder.Path, name);

    /// <summary>Puts files where the host looks for them, as the kubelet does: links through <c>..data</c>, which is exchanged.</summary>
    public void Mount(SignedCertificate server, string authorities)
    {
        var written = $"..2026_{++generation}";
        Directory.CreateDirectory(Mounted(written));
        File.WriteAllText(Mounted($"{written}/tls.crt"), server.Pem);
        File.WriteAllText(Mounted($"{written}/tls.key"), server.KeyPem);
        File.WriteAllText(Mounted($"{written}/ca.crt"), authorities);
        File.Delete(Mounted("..data"));
        File.CreateSymbolicLink(Mounted("..data"), written);
        foreach (var name in generation == 1 ? (string[])["tls.crt", "tls.key", "ca.crt"] : [])
        {
            File.CreateSymbolicLink(Mounted(name), $"..data/{name}");
        }
    }

    /// <summary>Writes a file in place, as somebody would who copies by hand.</summary>
    public void Overwrite(string name, string text) => File.WriteAllText(Mounted($"..data/{name}"), text);

    /// <summary>A new connection, with a certificate or without one.</summary>
    public GrpcChannel Connect(SignedCertificate? certificate = null, Action<X509Certificate2>? shown = null)
    {
        var tls = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, server, _, _) =>
            {
                shown?.Invoke((X509Certificate2)server!);
                return true;
            },
        };
        if (certificate is not null)
        {
            var own = certificate.Open();
            open.Add(own);
            tls.LocalCertificateSelectionCallback = (_, _, _, _, _) => own;
        }

        var channel = GrpcChannel.ForAddress(Address, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { SslOptions = tls }, DisposeHttpClient = true });
        open.Add(channel);
        return channel;
    }

    /// <summary>Calls over a new connection.</summary>
    public async Task<string> CallAsync(SignedCertificate? certificate = null, string? token = null) => (await new EmployerService.EmployerServiceClient(Connect(certificate))
        .GetEmployerAsync(new GetEmployerRequest(), TestHost.Bearer(token ?? Running.Token()))).DisplayName;

    /// <summary>Name in the certificate that the server shows to a new connection.</summary>
    public async Task<string> ShownAsync(SignedCertificate? certificate = null)
    {
        var name = "";
        await new EmployerService.EmployerServiceClient(Connect(certificate, shown => name = shown.Subject))
            .GetEmployerAsync(new GetEmployerRequest(), Running.Headers());
        return name;
    }

    public string ClientToken(string client) => Running.App.Services.GetRequiredService<DevelopmentIssuer>().IssueClientToken(client, TimeSpan.FromMinutes(5));

    public async ValueTask DisposeAsync()
    {
        open.ForEach(one => one.Dispose());
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        Authority.Dispose();
        Agencies.Dispose();
        folder.Dispose();
    }
}
