using AnSinh.ServiceKit.Agencies;
using AnSinh.ServiceKit.Identity;
using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Quotas;

/// <summary>
/// Whose calls are limited, and how: an agency by <c>Agencies:CLIENT:Quota</c>, where that says nothing by <c>Quota:Default</c>; an
/// official by <c>Quota:Officials</c>; services of the platform and this process itself not at all.
/// </summary>
/// <remarks>
/// Where the development issuer serves, officials are limited only when <c>Quota:Officials</c> is there: a demonstration loads a million
/// records under one account as fast as it can.
/// </remarks>
public sealed class QuotaTable
{
    /// <summary>What an official gets where configuration says nothing: far above what a person at a screen needs.</summary>
    static readonly Quota generous = new() { RequestsPerSecond = 200, Burst = 1000, ConcurrentCalls = 100 };

    readonly Dictionary<string, Quota> agencies = new(StringComparer.Ordinal);
    readonly Quota? officials;

    /// <summary>Reads the quotas.</summary>
    /// <param name="table">The agencies.</param>
    /// <param name="configuration">Configuration with the sections <c>Quota</c> and <c>Agencies</c>.</param>
    /// <exception cref="InvalidOperationException">A figure is wrong; the message names the setting.</exception>
    public QuotaTable(AgencyTable table, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(table);
        var ordinary = Quota.From(configuration.GetSection("Quota:Default"), new Quota());
        foreach (var agency in table.All)
        {
            agencies[agency.ClientId] = Quota.From(configuration.GetSection($"{AgencyTable.Section}:{agency.ClientId}:Quota"), ordinary);
        }

        var section = configuration.GetSection("Quota:Officials");
        var limited = section.GetChildren().Any() || !configuration.GetValue("Authentication:Development", false);
        officials = limited ? Quota.From(section, generous) : null;
    }

    /// <summary>The quota of a caller, or null for one that is not limited.</summary>
    /// <param name="caller">The caller.</param>
    public Quota? Of(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller switch
        {
            { AgencyId: { } agency } => agencies[agency],
            { IsInternal: true } or { IsPlatformService: true } => null,
            _ => officials,
        };
    }
}
