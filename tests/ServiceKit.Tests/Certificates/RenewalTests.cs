using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Events.V1;
using AnSinh.ServiceKit.Resilience;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using AnSinh.ServiceKit.Tests.Telemetry;
using AnSinh.Testing;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Certificates;

/// <summary>Certificates and authorities are replaced while the process serves.</summary>
public sealed class RenewalTests : IAsyncLifetime
{
    readonly TlsHost tls = new();
    SignedCertificate client = null!;

    public async Task InitializeAsync()
    {
        client = tls.Agencies.Sign("CN=gateway");
        await tls.StartAsync("Require");
    }

    public async Task DisposeAsync() => await tls.DisposeAsync();

    Metadata Reader => TestHost.Bearer(tls.Running.Token(permissions: ["events.read"]));

    [Fact]
    public async Task Certificate_ReplacedAsASecretIs_IsSeenByNewConnections_AndAnOpenStreamGoesOn()
    {
        using var stream = new EventFeed.EventFeedClient(tls.Connect(client)).Subscribe(new SubscribeRequest(), Reader, DateTime.UtcNow + Patience.Limit);
        (await stream.ResponseStream.MoveNext()).ShouldBeTrue();
        (await tls.ShownAsync(client)).ShouldBe("CN=server-1");

        tls.Mount(tls.Authority.Sign("CN=server-2"), tls.Agencies.Pem);

        (await tls.ShownAsync(client)).ShouldBe("CN=server-2");
        tls.Running.App.Services.GetRequiredService<FeedProbe>().Next();
        (await stream.ResponseStream.MoveNext()).ShouldBeTrue();
    }

    [Fact]
    public async Task Certificate_HalfReplaced_GoesOnAsItWas_AndTheGaugeSaysSo()
    {
        using var measured = new Measured(tls.Running.App.Services);
        var second = tls.Authority.Sign("CN=server-2", daysLeft: 5);

        Task StaleIsAsync(double state) => Patience.UntilAsync(() =>
            Task.FromResult(measured.Of("ansinh.certificate.stale").LastOrDefault(one => one.Tags["certificate"] == "server") is { Tags: not null } last && last.Value == state));

        await StaleIsAsync(0);
        tls.Overwrite("tls.crt", second.Pem);
        (await tls.ShownAsync(client)).ShouldBe("CN=server-1");
        await StaleIsAsync(1);
        tls.Overwrite("tls.crt", second.Pem[..100]);
        (await tls.ShownAsync(client)).ShouldBe("CN=server-1");

        tls.Overwrite("tls.crt", second.Pem);
        tls.Overwrite("tls.key", second.KeyPem);
        (await tls.ShownAsync(client)).ShouldBe("CN=server-2");
        await StaleIsAsync(0);
        await Patience.UntilAsync(() => Task.FromResult(
            measured.Of("ansinh.certificate.remaining").Any(one => one.Tags["certificate"] == "server" && one.Value > 4 * 86_400)));
    }

    [Fact]
    public async Task Authority_Replaced_RefusesItsFormerClients_OnNewConnections()
    {
        using var successor = new TestAuthority("Agencies 2");
        var next = successor.Sign("CN=gateway");
        await Should.ThrowAsync<RpcException>(() => tls.CallAsync(next));

        tls.Overwrite("ca.crt", tls.Agencies.Pem + "\n" + successor.Pem);
        (await tls.CallAsync(client)).ShouldBe("official");
        (await tls.CallAsync(next)).ShouldBe("official");

        tls.Overwrite("ca.crt", successor.Pem);
        await Should.ThrowAsync<RpcException>(() => tls.CallAsync(client));
        (await tls.CallAsync(next)).ShouldBe("official");

        tls.Overwrite("ca.crt", "");
        (await tls.CallAsync(next)).ShouldBe("official");
    }

    [Fact]
    public async Task ClientCertificate_OfThisProcess_IsRenewedToo()
    {
        using var files = new TemporaryDirectory();
        var (path, keyPath) = (Path.Combine(files.Path, "tls.crt"), Path.Combine(files.Path, "tls.key"));
        void Write(SignedCertificate one)
        {
            File.WriteAllText(keyPath, one.KeyPem);
            File.WriteAllText(path, one.Pem);
        }

        Write(tls.Agencies.Sign("CN=reporting", daysLeft: -1));
        File.WriteAllText(Path.Combine(files.Path, "ca.crt"), tls.Authority.Pem);
        await using var other = await TestHost.StartAsync(settings: new()
        {
            ["Grpc:Authorities"] = Path.Combine(files.Path, "ca.crt"),
            ["Grpc:Certificate:Path"] = path,
            ["Grpc:Certificate:KeyPath"] = keyPath,
        });
        var calling = new EmployerService.EmployerServiceClient(
            other.App.Services.GetRequiredService<GrpcChannels>().For(tls.Address));
        async Task<string> CallAsync() => (await calling.GetEmployerAsync(new(), tls.Running.Headers())).DisplayName;
        await Should.ThrowAsync<RpcException>(CallAsync);

        Write(tls.Agencies.Sign("CN=reporting"));

        (await CallAsync()).ShouldBe("official");
    }
}
