using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AnSinh.ServiceKit.Identity;

/// <summary>
/// Tokens with which this process calls other services: from the development issuer, or by OIDC client credentials
/// (<c>Authentication:ClientId</c>, <c>Authentication:ClientSecretFile</c>) from the authority's token endpoint. A token is used until
/// shortly before it expires.
/// </summary>
/// <param name="configuration">Configuration.</param>
/// <param name="jwt">The authority's metadata.</param>
/// <param name="time">Clock.</param>
/// <param name="issuer">The development issuer, where there is one.</param>
public sealed class ServiceTokens(
    IConfiguration configuration, IOptionsMonitor<JwtBearerOptions> jwt, TimeProvider time, DevelopmentIssuer? issuer = null) : IDisposable
{
    static readonly TimeSpan developmentLifetime = TimeSpan.FromHours(1);

    readonly SemaphoreSlim gate = new(1, 1);
    readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10) };
    volatile Held? held;

    sealed record Held(string Token, DateTimeOffset GotAt, DateTimeOffset RenewAt)
    {
        // A clock that was put back holds a token of the future, which nobody takes before its time.
        public bool HoldsAt(DateTimeOffset now) => GotAt <= now && now < RenewAt;
    }

    sealed record TokenResponse
    {
        [JsonPropertyName("access_token")]
        public string? AccessToken { get; init; }

        [JsonPropertyName("expires_in")]
        public int ExpiresIn { get; init; } = 60;
    }

    /// <summary>A token that holds for a while yet.</summary>
    /// <param name="cancellationToken">Stops waiting for the authority.</param>
    /// <exception cref="InvalidOperationException">No client id is configured, or the authority gave no token.</exception>
    /// <exception cref="HttpRequestException">The authority does not answer or refuses.</exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (held is { } fresh && fresh.HoldsAt(time.GetUtcNow()))
        {
            return fresh.Token;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            if (held is not { } other || !other.HoldsAt(time.GetUtcNow()))
            {
                held = issuer is null ? await RequestAsync(cancellationToken) : Issue(issuer);
            }

            return held.Token;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        gate.Dispose();
        http.Dispose();
    }

    Held Issue(DevelopmentIssuer development)
    {
        var subject = $"service:{configuration["Authentication:ClientId"] ?? "platform"}";
        var token = development.IssueToken(subject, [RoleTable.ServiceRole], [], [AreaScope.AllAreas], developmentLifetime);
        return Got(token, developmentLifetime);
    }

    Held Got(string token, TimeSpan lifetime)
    {
        var now = time.GetUtcNow();
        return new Held(token, now, now + (lifetime * 0.8));
    }

    async Task<Held> RequestAsync(CancellationToken cancellationToken)
    {
        var clientId = configuration["Authentication:ClientId"];
        var secretFile = configuration["Authentication:ClientSecretFile"];
        if (string.IsNullOrEmpty(clientId) || string.IsNullOrEmpty(secretFile))
        {
            throw new InvalidOperationException("Calls to other services need Authentication:ClientId and Authentication:ClientSecretFile.");
        }

        var manager = jwt.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager
            ?? throw new InvalidOperationException("Authentication:Authority is not set.");
        var metadata = await manager.GetConfigurationAsync(cancellationToken);
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = (await File.ReadAllTextAsync(secretFile, cancellationToken)).Trim(),
            ["audience"] = configuration["Authentication:Audience"] ?? "",
        };
        using var content = new FormUrlEncodedContent(form);
        using var response = await http.PostAsync(new Uri(metadata.TokenEndpoint), content, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<TokenResponse>(cancellationToken);
        return answer is { AccessToken: { Length: > 0 } token, ExpiresIn: > 0 }
            ? Got(token, TimeSpan.FromSeconds(answer.ExpiresIn))
            : throw new InvalidOperationException("The authority's answer holds no token.");
    }
}
