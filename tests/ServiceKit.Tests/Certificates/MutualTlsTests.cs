using System.Net;
using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Resilience;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Certificates;

public sealed class MutualTlsTests : IAsyncLifetime
{
    readonly TlsHost tls = new();
    SignedCertificate client = null!;

    public Task InitializeAsync()
    {
        client = tls.Agencies.Sign("CN=gateway, O=Thuế tỉnh");
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await tls.DisposeAsync();

    Task<TlsHost> StartAsync(string mode, string agencySubject = "CN=gateway, O=Thuế tỉnh", string? thumbprint = null) => tls.StartAsync(mode, new()
    {
        ["Agencies:tax:Name"] = "Thuế tỉnh",
        ["Agencies:tax:Permissions"] = Probe.Read,
        ["Agencies:tax:Areas"] = "*",
        ["Agencies:tax:CertificateSubject"] = agencySubject,
        ["Agencies:tax:CertificateThumbprints"] = thumbprint,
    });

    async Task RefusesTheConnectionAsync(SignedCertificate? certificate)
    {
        var called = false;
        tls.Running.Probe.Act = _ =>
        {
            called = true;
            return Task.FromResult("");
        };

        (await Should.ThrowAsync<RpcException>(() => tls.CallAsync(certificate))).StatusCode.ShouldBeOneOf(StatusCode.Unavailable, StatusCode.Internal);
        called.ShouldBeFalse();
    }

    async Task<string> ReasonAsync(SignedCertificate? certificate)
    {
        var fault = await Should.ThrowAsync<RpcException>(() => tls.CallAsync(certificate, tls.ClientToken("tax")));
        fault.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        return Refusal.From(fault)!.Code;
    }

    [Fact]
    public async Task Require_ServesACallerOfTheAuthority_AndRefusesTheConnectionOfEveryOther()
    {
        await StartAsync("Require");
        using var strangers = new TestAuthority("Agencies");

        (await tls.CallAsync(client)).ShouldBe("official");
        await RefusesTheConnectionAsync(null);
        await RefusesTheConnectionAsync(strangers.Sign("CN=gateway, O=Thuế tỉnh"));
        await RefusesTheConnectionAsync(tls.Agencies.Sign("CN=gateway, O=Thuế tỉnh", daysLeft: -1));
        await RefusesTheConnectionAsync(tls.Authority.Sign("CN=gateway, O=Thuế tỉnh"));
    }

    [Fact]
    public async Task Require_LeavesTheWebPortToProbes_AndLetsTheProcessCallItself()
    {
        await StartAsync("Require");

        (await tls.Running.Web.GetAsync("/healthz/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var self = tls.Running.App.Services.GetRequiredService<GrpcChannels>().Invoker(GrpcChannels.Self);
        (await new EmployerService.EmployerServiceClient(self).GetEmployerAsync(new GetEmployerRequest())).DisplayName.ShouldBe("service:platform");
    }

    [Fact]
    public async Task Allow_ServesWithoutACertificate_ButNotWithAWrongOne()
    {
        await StartAsync("Allow");
        using var strangers = new TestAuthority("Agencies");

        (await tls.CallAsync()).ShouldBe("official");
        (await tls.CallAsync(client)).ShouldBe("official");
        await RefusesTheConnectionAsync(strangers.Sign("CN=gateway"));
    }

    [Fact]
    public async Task Token_OfAnAgencyWithACertificate_IsOfNoUseWithoutIt()
    {
        await StartAsync("Allow");

        (await tls.CallAsync(client, tls.ClientToken("tax"))).ShouldBe("agency:tax");
        (await ReasonAsync(null)).ShouldBe("agency.certificate_missing");
        (await ReasonAsync(tls.Agencies.Sign("CN=gateway, O=Công an tỉnh"))).ShouldBe("agency.certificate_wrong");
    }

    [Fact]
    public async Task Token_OfAnAgencyWithAThumbprint_WantsThatVeryCertificate()
    {
        var openssl = string.Join(':', client.Thumbprint.Chunk(2).Select(pair => new string(pair)));
        await StartAsync("Require", thumbprint: $"{new string('a', 64)} {openssl}");

        (await tls.CallAsync(client, tls.ClientToken("tax"))).ShouldBe("agency:tax");
        (await ReasonAsync(tls.Agencies.Sign("CN=gateway, O=Thuế tỉnh"))).ShouldBe("agency.certificate_wrong");
    }

    [Theory]
    [InlineData("Authority", true, true)]
    [InlineData("Agencies", true, false)]
    [InlineData("Authority", false, false)]
    public async Task Channel_ToAnotherService_ShowsItsCertificate_AndTrustsOnlyItsAuthorities(string trusted, bool shows, bool answered)
    {
        await StartAsync("Require");
        using var files = new TemporaryDirectory();
        string Write(string name, string text)
        {
            var path = Path.Combine(files.Path, name);
            File.WriteAllText(path, text);
            return path;
        }

        var settings = new Dictionary<string, string?>
        {
            ["Grpc:Authorities"] = Write("ca.crt", (trusted == "Authority" ? tls.Authority : tls.Agencies).Pem),
            ["Resilience:Attempts"] = "1",
        };
        if (shows)
        {
            settings["Grpc:Certificate:Path"] = Write("tls.crt", client.Pem);
            settings["Grpc:Certificate:KeyPath"] = Write("tls.key", client.KeyPem);
        }

        await using var other = await TestHost.StartAsync(settings: settings);
        var channel = other.App.Services.GetRequiredService<GrpcChannels>().For(tls.Address);
        var calling = new EmployerService.EmployerServiceClient(channel).GetEmployerAsync(new GetEmployerRequest(), tls.Running.Headers()).ResponseAsync;

        if (answered)
        {
            (await calling).DisplayName.ShouldBe("official");
        }
        else
        {
            (await Should.ThrowAsync<RpcException>(calling)).StatusCode.ShouldBeOneOf(StatusCode.Unavailable, StatusCode.Internal);
        }
    }
}
