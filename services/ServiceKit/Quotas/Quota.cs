using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Quotas;

/// <summary>
/// How much one client may ask of one instance of a service (hạn mức). Instances do not count together: with three replicas a client can
/// get up to three times as much, so whoever wants a total divides it by the number of replicas.
/// </summary>
public sealed record Quota
{
    /// <summary>Calls a second over time, more than 0. A stream is one call, a bulk import too, whatever its rows.</summary>
    public double RequestsPerSecond { get; init; } = 20;

    /// <summary>Calls at once after a pause, at least 1.</summary>
    public int Burst { get; init; } = 40;

    /// <summary>Calls that may run at the same time, at least 1. A stream runs until it ends.</summary>
    public int ConcurrentCalls { get; init; } = 10;

    /// <summary>Reads a quota; what the section does not say is taken from another.</summary>
    /// <param name="section">Section with <c>RequestsPerSecond</c>, <c>Burst</c>, <c>ConcurrentCalls</c>.</param>
    /// <param name="otherwise">Taken for what is missing.</param>
    /// <exception cref="InvalidOperationException">A figure is no number or too small; the message names the setting.</exception>
    public static Quota From(IConfigurationSection section, Quota otherwise)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(otherwise);
        var quota = new Quota
        {
            RequestsPerSecond = section.GetValue(nameof(RequestsPerSecond), otherwise.RequestsPerSecond),
            Burst = section.GetValue(nameof(Burst), otherwise.Burst),
            ConcurrentCalls = section.GetValue(nameof(ConcurrentCalls), otherwise.ConcurrentCalls),
        };

        // A call every eleven days is as good as none, and a thousand million a second as good as no limit: beyond, time in ticks ends.
        return quota is { RequestsPerSecond: >= 0.000_001 and <= 1e9, Burst: >= 1, ConcurrentCalls: >= 1 }
            ? quota
            : throw new InvalidOperationException(
                $"{section.Path}: RequestsPerSecond lies between 0.000001 and 1000000000, Burst and ConcurrentCalls are at least 1.");
    }
}
