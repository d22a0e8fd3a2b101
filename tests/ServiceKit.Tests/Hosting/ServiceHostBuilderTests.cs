using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Resilience;
using AnSinh.ServiceKit.Tests.Notes;
using AnSinh.ServiceKit.Tests.Telemetry;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Hosting;

public sealed class ServiceHostBuilderTests : IDisposable
{
    readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    sealed class OwnHealth : Grpc.Health.V1.Health.HealthBase;

    string Refuse(Action<ServiceHostBuilder>? configure = null, params (string Key, string Value)[] settings) => Should.Throw<InvalidOperationException>(() =>
    {
        var host = TestHost.Prepare(data, settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
        configure?.Invoke(host);
        host.Build();
    }).Message;

    [Fact]
    public void AddModule_Twice_Refuses() => Refuse(host => host.AddModule("a").Host.AddModule("a")).ShouldContain("\"a\"");

    [Fact]
    public void AddGrpc_WhenTheContractIsAnother_Refuses() =>
        Refuse(host => host.AddModule("a").AddGrpc<Probe>(WorkerService.Descriptor)).ShouldContain("ansinh.employment.v1.WorkerService");

    [Fact]
    public void AddGrpc_WhenAnRpcHasNoRule_Refuses() =>
        Refuse(host => host.AddModule("a").AddGrpc<OwnHealth>(Grpc.Health.V1.Health.Descriptor)).ShouldContain("Check: no permission declared");

    [Fact]
    public void Build_WithoutIssuer_Refuses() => Refuse(null, ("Authentication:Development", "false")).ShouldContain("Authentication:Authority");

    [Fact]
    public void Build_WithTwoIssuers_Refuses() => Refuse(null, ("Authentication:Authority", "https://login.example")).ShouldContain("exclude each other");

    [Fact]
    public void Build_WithoutAudience_Refuses() =>
        Refuse(null, ("Authentication:Development", "false"), ("Authentication:Authority", "https://login.example")).ShouldContain("Authentication:Audience");

    [Fact]
    public void Build_WhenTheModuleNeedsKeysThatAreNotThere_Refuses() =>
        Refuse(host => host.AddModule("a").RequirePersonKeys(), ("Identity:MakeKeys", "false")).ShouldContain("Identity:PersonKeyFile");

    [Fact]
    public void Build_WithHalfACertificate_Refuses() => Refuse(null, ("Hosting:Certificate:Path", "cert.pem")).ShouldContain("Hosting:Certificate");

    [Fact]
    public async Task Host_ListensOnThisMachineOnly()
    {
        await using var host = await TestHost.StartAsync();

        var addresses = host.App.Services.GetRequiredService<HostAddresses>();
        addresses.Grpc.ShouldStartWith("http://127.0.0.1:");
        addresses.Web.ShouldStartWith("http://127.0.0.1:");
    }

    [Fact]
    public void Paths_AreReadableByTheOwnerOnly()
    {
        var paths = new HostPaths(Path.Combine(data.Path, "fresh"));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(paths.DataDirectory).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.GetUnixFileMode(paths.KeysDirectory).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task Host_WithACertificate_ServesTls_AlsoToItself()
    {
        var (path, keyPath) = MakeCertificate();
        await using var host = await TestHost.StartAsync(settings: new()
        {
            ["Hosting:Certificate:Path"] = path,
            ["Hosting:Certificate:KeyPath"] = keyPath,
            ["Identity:Roles:platform-service:0"] = Probe.Read,
        });
        var address = host.App.Services.GetRequiredService<HostAddresses>().Grpc;
        address.ShouldStartWith("https://");

        using var handler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.Subject == "CN=employment.test" } };
        using var channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpHandler = handler });
        (await new EmployerService.EmployerServiceClient(channel).GetEmployerAsync(new GetEmployerRequest(), host.Headers())).DisplayName.ShouldBe("official");

        var self = host.App.Services.GetRequiredService<GrpcChannels>().Invoker(GrpcChannels.Self);
        (await new EmployerService.EmployerServiceClient(self).GetEmployerAsync(new GetEmployerRequest())).DisplayName.ShouldBe("service:platform");
    }

    [Fact]
    public async Task Host_WithACertificate_TellsHowLongItHolds()
    {
        var (path, keyPath) = MakeCertificate();
        await using var host = await TestHost.StartAsync(settings: new()
        {
            ["Hosting:Certificate:Path"] = path,
            ["Hosting:Certificate:KeyPath"] = keyPath,
            ["Telemetry:IntervalSeconds"] = "0.05",
        });
        using var measured = new Measured(host.App.Services);

        await Patience.UntilAsync(() => Task.FromResult(measured.Now("ansinh.certificate.remaining") is not null));

        measured.Now("ansinh.certificate.remaining")!.Value.ShouldBeInRange(86_000, 86_400);
    }

    (string Path, string KeyPath) MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=employment.test", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (path, keyPath) = (Path.Combine(data.Path, "cert.pem"), Path.Combine(data.Path, "key.pem"));
        File.WriteAllText(path, certificate.ExportCertificatePem());
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
        return (path, keyPath);
    }
}
