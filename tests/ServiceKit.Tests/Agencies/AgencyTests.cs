using System.Text.Json;
using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Identity;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Agencies;

/// <summary>An agency's system calls with a token that it got from an identity provider by client credentials.</summary>
public sealed class AgencyTests : IAsyncLifetime
{
    readonly List<Caller> seen = [];
    IdentityProvider provider = null!;
    TestHost host = null!;

    public async Task InitializeAsync()
    {
        provider = await IdentityProvider.StartAsync();
        host = await TestHost.StartAsync(settings: new()
        {
            ["Authentication:Development"] = "false",
            ["Authentication:Authority"] = provider.Address,
            ["Authentication:Audience"] = "ansinh",
            ["Identity:Roles:viewer:0"] = Probe.Read,
            ["Identity:Roles:officer:0"] = Probe.Read,
            ["Identity:Roles:officer:1"] = Probe.Write,
            ["Agencies:bhxh-ha-tinh:Name"] = "Bảo hiểm xã hội tỉnh",
            ["Agencies:bhxh-ha-tinh:Roles"] = "viewer unknown-here",
            ["Agencies:bhxh-ha-tinh:Permissions:0"] = "x.read",
            ["Agencies:bhxh-ha-tinh:Areas:0"] = "42",
        });
        host.Probe.Act = context =>
        {
            seen.Add(Probe.CallerOf(context));
            return Task.FromResult("");
        };
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
    }

    async Task<Caller> CallAsync(string token)
    {
        await host.Employers.GetEmployerAsync(new GetEmployerRequest(), TestHost.Bearer(token));
        return seen[^1];
    }

    Task<Caller> CallAsync(params (string Claim, object Value)[] claims) =>
        CallAsync(provider.Issue(claims.Prepend(("sub", "bhxh-ha-tinh")).Prepend(("client_id", "bhxh-ha-tinh")).ToDictionary(one => one.Item1, one => one.Item2)));

    async Task<Refusal> RefusedAsync(string token, StatusCode status)
    {
        var fault = await Should.ThrowAsync<RpcException>(() => CallAsync(token));
        fault.StatusCode.ShouldBe(status);
        seen.ShouldBeEmpty();
        return Refusal.From(fault).ShouldNotBeNull();
    }

    [Fact]
    public async Task Agency_WithATokenByClientCredentials_MayDoWhatItsSectionGrants()
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "bhxh-ha-tinh",
            ["client_secret"] = IdentityProvider.ClientSecret,
        });
        using var answer = await http.PostAsync(new Uri($"{provider.Address}/token"), form);
        using var token = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        var caller = await CallAsync(token.RootElement.GetProperty("access_token").GetString()!);

        caller.Subject.ShouldBe("agency:bhxh-ha-tinh");
        caller.AgencyId.ShouldBe("bhxh-ha-tinh");
        caller.Permissions.ShouldBe([Probe.Read, "x.read"], ignoreOrder: true);
        caller.Areas.Codes.ShouldBe(["42"]);
    }

    [Fact]
    public async Task Agency_WhoseTokenClaimsMore_GainsNothing()
    {
        var caller = await CallAsync(
            ("roles", new[] { "officer", "platform-service" }), ("permissions", new[] { Probe.Read, Probe.Write }), ("scope", Probe.Write), ("areas", new[] { "*" }));

        caller.Permissions.ShouldBe([Probe.Read]);
        caller.Areas.Codes.ShouldBe(["42"]);
        caller.IsPlatformService.ShouldBeFalse();
    }

    // 18100 is a commune of province 42, province 46 is another one.
    [Theory]
    [InlineData("18100", "18100")]
    [InlineData("18100 46", "18100")]
    [InlineData("46", "")]
    public async Task Agency_WhoseTokenNamesLess_HasLess(string areas, string expected)
    {
        var caller = await CallAsync(("areas", areas.Split(' ')));

        string.Join(' ', caller.Areas.Codes).ShouldBe(expected);
        caller.Areas.IsUnrestricted.ShouldBeFalse();
    }

    [Fact]
    public async Task Agency_ByTheClaimAzp_IsKnown() =>
        (await CallAsync(provider.Issue(new() { ["sub"] = "0f1c", ["azp"] = "bhxh-ha-tinh" }))).Subject.ShouldBe("agency:bhxh-ha-tinh");

    [Theory]
    [InlineData("sub", "gateway")]
    [InlineData("preferred_username", "service-account-gateway")]
    [InlineData("idtyp", "app")]
    [InlineData("gty", "client-credentials")]
    public async Task Machine_ThatIsNotRegistered_IsDenied_WhateverItsTokenClaims(string sign, string value)
    {
        var claims = new Dictionary<string, object> { ["sub"] = "0f1c", ["client_id"] = "gateway", ["roles"] = new[] { "officer" }, ["areas"] = new[] { "*" } };
        claims[sign] = value;

        var refusal = await RefusedAsync(provider.Issue(claims), StatusCode.PermissionDenied);

        refusal.Code.ShouldBe("agency.not_registered");
        refusal.Metadata["client_id"].ShouldBe("gateway");
    }

    [Fact]
    public async Task Official_ThroughAnApplicationOfTheProvider_StaysAnOfficial()
    {
        var caller = await CallAsync(provider.Issue(new() { ["sub"] = "official-1", ["azp"] = "portal", ["roles"] = new[] { "officer" }, ["areas"] = new[] { "46" } }));

        caller.Subject.ShouldBe("official-1");
        caller.AgencyId.ShouldBeNull();
        caller.Areas.Codes.ShouldBe(["46"]);
    }
}
