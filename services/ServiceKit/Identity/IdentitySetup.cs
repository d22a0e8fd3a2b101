using AnSinh.ServiceKit.Agencies;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Quotas;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AnSinh.ServiceKit.Identity;

/// <summary>Puts callers, tokens, access rules and keys into a host.</summary>
static class IdentitySetup
{
    /// <exception cref="InvalidOperationException">The configuration names no issuer, or two.</exception>
    public static void AddIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        var authority = configuration["Authentication:Authority"];
        var development = configuration.GetValue("Authentication:Development", false);
        if (development == !string.IsNullOrEmpty(authority))
        {
            throw new InvalidOperationException(development
                ? "Authentication:Development=true and Authentication:Authority exclude each other."
                : "Authentication:Authority is not set (Authentication:Development=true serves without an identity provider).");
        }

        if (development)
        {
            services.TryAddSingleton(provider => DevelopmentIssuer.Open(provider.GetRequiredService<HostPaths>(), provider.GetRequiredService<TimeProvider>()));
        }
        else if (string.IsNullOrEmpty(configuration["Authentication:Audience"]))
        {
            throw new InvalidOperationException("Authentication:Audience is not set; without it a token for another system would be accepted.");
        }

        services.ConfigureOptions<TokenChecks>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.TryAddSingleton<AreaDirectory>();
        services.TryAddSingleton<RoleTable>();
        services.TryAddSingleton<AgencyTable>();
        services.TryAddSingleton<AgencyCallers>();
        services.TryAddSingleton<CallerTokens>();
        services.TryAddSingleton<QuotaTable>();
        services.TryAddSingleton<CallBudgets>();
        services.TryAddSingleton<QuotaInterceptor>();
        services.TryAddSingleton<ServiceTokens>();
        services.TryAddSingleton<PersonKeys>();
        services.TryAddSingleton<FieldCipher>();
        services.TryAddSingleton<AccessInterceptor>();
        services.TryAddScoped<CallerAccessor>();
        services.TryAddScoped<RecordScope>();
    }

    /// <summary>Opens keys and reads roles, agencies and quotas now: what is wrong with them keeps the process from starting.</summary>
    public static void OpenKeys(this IServiceProvider services, bool forPersons)
    {
        services.GetService<DevelopmentIssuer>();
        services.GetRequiredService<RoleTable>();
        services.GetRequiredService<QuotaTable>();
        if (forPersons)
        {
            services.GetRequiredService<PersonKeys>();
            services.GetRequiredService<FieldCipher>();
        }
    }
}
