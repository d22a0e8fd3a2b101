using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace AnSinh.ServiceKit.Identity;

/// <summary>
/// How bearer tokens are checked: issuer, audience, signature and times, by the keys of an OIDC provider
/// (<c>Authentication:Authority</c>, <c>Authentication:Audience</c>) or of the development issuer.
/// </summary>
/// <param name="configuration">Configuration.</param>
/// <param name="time">Clock.</param>
/// <param name="issuer">The development issuer, where there is one.</param>
sealed class TokenChecks(IConfiguration configuration, TimeProvider time, DevelopmentIssuer? issuer = null) : IConfigureNamedOptions<JwtBearerOptions>
{
    static readonly TimeSpan clockSkew = TimeSpan.FromSeconds(30);

    public void Configure(JwtBearerOptions options) => Configure(JwtBearerDefaults.AuthenticationScheme, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false;
        var checks = options.TokenValidationParameters;
        checks.ValidateIssuer = true;
        checks.ValidateAudience = true;
        checks.ValidateIssuerSigningKey = true;
        checks.RequireSignedTokens = true;
        checks.RequireExpirationTime = true;
        checks.NameClaimType = "sub";
        checks.RoleClaimType = "roles";
        checks.LifetimeValidator = HoldsNow;
        if (issuer is null)
        {
            options.Authority = configuration["Authentication:Authority"];
            options.Audience = configuration["Authentication:Audience"];
            options.RequireHttpsMetadata = !new Uri(options.Authority!).IsLoopback;
        }
        else
        {
            checks.ValidIssuer = DevelopmentIssuer.Issuer;
            checks.ValidAudience = DevelopmentIssuer.Audience;
            checks.IssuerSigningKey = issuer.Key;
            checks.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
        }
    }

    bool HoldsNow(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (expires is null || expires + clockSkew <= now)
        {
            throw new SecurityTokenExpiredException("The token has expired.");
        }

        return notBefore is null || notBefore - clockSkew <= now;
    }
}
