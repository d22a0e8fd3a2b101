using System.Text.Json;
using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Tests.Hosting;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Identity;

public sealed class TokenTests : IAsyncLifetime
{
    TestHost host = null!;

    public async Task InitializeAsync() => host = await TestHost.StartAsync(module: module => module.AddRole("employment-officer", Probe.Read));

    public async Task DisposeAsync() => await host.DisposeAsync();

    async Task<string> ReasonAsync(Metadata headers)
    {
        var fault = await Should.ThrowAsync<RpcException>(async () => await host.Employers.GetEmployerAsync(new GetEmployerRequest(), headers));
        fault.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        return Refusal.From(fault)!.Code;
    }

    string Sign(Action<SecurityTokenDescriptor> change)
    {
        var path = Path.Combine(host.App.Services.GetRequiredService<HostPaths>().KeysDirectory, "dev-issuer.json");
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        var key = new SymmetricSecurityKey(file.RootElement.GetProperty("keys").GetProperty("k1").GetBytesFromBase64()) { KeyId = "k1" };
        var token = new SecurityTokenDescriptor
        {
            Issuer = DevelopmentIssuer.Issuer,
            Audience = DevelopmentIssuer.Audience,
            Expires = DateTime.UtcNow.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = "official", ["permissions"] = new[] { Probe.Read }, ["areas"] = new[] { "*" } },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        };
        change(token);
        return new JsonWebTokenHandler().CreateToken(token);
    }

    [Fact]
    public async Task Call_WithoutToken_IsRefused() => (await ReasonAsync([])).ShouldBe("token.missing");

    [Fact]
    public async Task Call_WithAnotherScheme_IsRefused() => (await ReasonAsync(new Metadata { { "authorization", "Basic eDp5" } })).ShouldBe("token.missing");

    [Fact]
    public async Task Call_WithExpiredToken_IsRefused() =>
        (await ReasonAsync(TestHost.Bearer(host.Token(lifetime: TimeSpan.FromMinutes(-10))))).ShouldBe("token.expired");

    [Fact]
    public async Task Call_WithAnotherKeysToken_IsRefused()
    {
        using var elsewhere = new TemporaryDirectory();
        var issuer = DevelopmentIssuer.Open(new HostPaths(elsewhere.Path), TimeProvider.System);
        var token = issuer.IssueToken("official", [], [Probe.Read], ["*"], TimeSpan.FromMinutes(5));

        (await ReasonAsync(TestHost.Bearer(token))).ShouldBe("token.invalid");
    }

    [Fact]
    public async Task Call_WithChangedToken_IsRefused()
    {
        var parts = host.Token(permissions: []).Split('.');
        var claims = JsonSerializer.Deserialize<Dictionary<string, object>>(Base64UrlEncoder.Decode(parts[1]))!;
        claims["permissions"] = new[] { Probe.Read };
        var changed = $"{parts[0]}.{Base64UrlEncoder.Encode(JsonSerializer.Serialize(claims))}.{parts[2]}";

        (await ReasonAsync(TestHost.Bearer(changed))).ShouldBe("token.invalid");
    }

    [Fact]
    public async Task Call_WithUnsignedToken_IsRefused() =>
        (await ReasonAsync(TestHost.Bearer(Sign(token => token.SigningCredentials = null)))).ShouldBe("token.invalid");

    [Fact]
    public async Task Call_WithAnotherIssuersToken_IsRefused() =>
        (await ReasonAsync(TestHost.Bearer(Sign(token => token.Issuer = "somebody-else")))).ShouldBe("token.invalid");

    [Fact]
    public async Task Call_WithTokenForAnotherSystem_IsRefused() =>
        (await ReasonAsync(TestHost.Bearer(Sign(token => token.Audience = "payroll")))).ShouldBe("token.invalid");

    [Fact]
    public async Task Call_WithTokenWithoutSubject_IsRefused() =>
        (await ReasonAsync(TestHost.Bearer(Sign(token => token.Claims.Remove("sub"))))).ShouldBe("token.invalid");

    [Fact]
    public async Task Call_WithTokenNotYetValid_IsRefused() =>
        (await ReasonAsync(TestHost.Bearer(Sign(token => token.NotBefore = DateTime.UtcNow.AddMinutes(3))))).ShouldBe("token.invalid");

    [Fact]
    public async Task Call_WithGoodToken_KnowsItsCaller()
    {
        Caller? seen = null;
        host.Probe.Act = context =>
        {
            seen = Probe.CallerOf(context);
            return Task.FromResult("");
        };

        var token = host.Token("official-1", permissions: ["a.b"], roles: ["employment-officer"], areas: ["42", "46"]);
        await host.Employers.GetEmployerAsync(new GetEmployerRequest(), TestHost.Bearer(token));

        seen.ShouldNotBeNull().Subject.ShouldBe("official-1");
        seen.Permissions.ShouldBe(["a.b", Probe.Read], ignoreOrder: true);
        seen.Areas.Codes.ShouldBe(["42", "46"]);
    }

    [Fact]
    public async Task Call_WithScopeClaim_HasThosePermissions()
    {
        var token = Sign(token =>
        {
            token.Claims.Remove("permissions");
            token.Claims["scope"] = $"openid {Probe.Read}";
        });

        (await host.Employers.GetEmployerAsync(new GetEmployerRequest(), TestHost.Bearer(token))).DisplayName.ShouldBe("official");
    }
}
