using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Resilience;
using AnSinh.ServiceKit.Tests.Hosting;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Identity;

public sealed class IdentityProviderTests : IAsyncLifetime
{
    readonly TemporaryDirectory secrets = new();
    IdentityProvider provider = null!;
    TestHost host = null!;

    public async Task InitializeAsync()
    {
        provider = await IdentityProvider.StartAsync();
        var secretFile = Path.Combine(secrets.Path, "secret");
        await File.WriteAllTextAsync(secretFile, IdentityProvider.ClientSecret + "\n");
        host = await TestHost.StartAsync(settings: new()
        {
            ["Authentication:Development"] = "false",
            ["Authentication:Authority"] = provider.Address,
            ["Authentication:Audience"] = "ansinh",
            ["Authentication:ClientId"] = "reporting",
            ["Authentication:ClientSecretFile"] = secretFile,
            ["Identity:Roles:officer:0"] = Probe.Read,
            ["Identity:Roles:platform-service:0"] = Probe.Read,
        });
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
        secrets.Dispose();
    }

    async Task<string> CallAsync(string token) =>
        (await host.Employers.GetEmployerAsync(new GetEmployerRequest(), TestHost.Bearer(token))).DisplayName;

    [Fact]
    public async Task Call_WithTheProvidersToken_IsAdmitted() => (await CallAsync(provider.Issue("official", "ansinh", ["officer"]))).ShouldBe("official");

    [Fact]
    public async Task Call_WithTokenForAnotherSystem_IsRefused() =>
        Refusal.From(await Should.ThrowAsync<RpcException>(() => CallAsync(provider.Issue("official", "payroll", ["officer"]))))!.Code.ShouldBe("token.invalid");

    [Fact]
    public async Task Call_WithADevelopmentToken_IsRefused()
    {
        using var data = new TemporaryDirectory();
        var token = DevelopmentIssuer.Open(new(data.Path), TimeProvider.System).IssueToken("official", ["officer"], [], ["*"], TimeSpan.FromMinutes(5));

        Refusal.From(await Should.ThrowAsync<RpcException>(() => CallAsync(token)))!.Code.ShouldBe("token.invalid");
        host.App.Services.GetService<DevelopmentIssuer>().ShouldBeNull();
    }

    [Fact]
    public async Task CallsToServices_UseOneTokenOfTheProvider()
    {
        var client = new EmployerService.EmployerServiceClient(host.App.Services.GetRequiredService<GrpcChannels>().Invoker(GrpcChannels.Self));

        (await client.GetEmployerAsync(new GetEmployerRequest())).DisplayName.ShouldBe("service:reporting");
        (await client.GetEmployerAsync(new GetEmployerRequest())).DisplayName.ShouldBe("service:reporting");

        provider.TokenRequests.ShouldBe(1);
    }
}
