using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AnSinh.ServiceKit.Tests.Identity;

/// <summary>An OIDC provider: metadata, keys, client credentials.</summary>
sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientSecret = "only-for-this-test";

    readonly RSA rsa = RSA.Create(2048);
    readonly WebApplication app;

    IdentityProvider()
    {
        var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Address, jwks_uri = $"{Address}/keys", token_endpoint = $"{Address}/token" }));
        app.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(false)) { KeyId = "p1" });
            return Results.Json(new { keys = new[] { new { kty = key.Kty, kid = key.Kid, use = "sig", alg = "RS256", n = key.N, e = key.E } } });
        });
        app.MapPost("/token", async (HttpRequest request) =>
        {
            TokenRequests++;
            var form = await request.ReadFormAsync();
            return form["grant_type"] == "client_credentials" && form["client_secret"] == ClientSecret
                ? Results.Json(new { access_token = ForClient($"{form["client_id"]}"), expires_in = 300, token_type = "Bearer" })
                : Results.Unauthorized();
        });
    }

    public string Address => app.Urls.First();

    public int TokenRequests { get; private set; }

    string ForClient(string client) => client == "reporting" ? Issue($"service:{client}", "ansinh", ["platform-service"]) : Issue(new() { ["sub"] = client, ["client_id"] = client });

    public static async Task<IdentityProvider> StartAsync()
    {
        var provider = new IdentityProvider();
        await provider.app.StartAsync();
        return provider;
    }

    public string Issue(string subject, string audience, string[] roles) =>
        Issue(new() { ["sub"] = subject, ["roles"] = roles, ["areas"] = new[] { "*" } }, audience);

    public string Issue(Dictionary<string, object> claims, string audience = "ansinh") => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = audience,
        Expires = DateTime.UtcNow.AddMinutes(5),
        Claims = claims,
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = "p1" }, SecurityAlgorithms.RsaSha256),
    });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }
}
