using System.Diagnostics.Metrics;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Measures;
using AnSinh.ServiceKit.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger;

/// <summary>What operators watch about the ledger. Every source has a value, also when nothing is parked: an alert must see it end.</summary>
static class LedgerGauges
{
    public static void AddLedgerGauges(this IServiceCollection services)
    {
        services.AddSingleton(new SampledGauge("ansinh.ledger.parked", "{event}", "Events that could not be booked and count in no figure", ParkedAsync));
        services.AddSingleton(new SampledGauge("ansinh.ledger.parked_age", "s", "Since when the oldest parked event waits; 0 when there is none", OldestAsync));
    }

    static async Task<IReadOnlyList<Measurement<double>>> ParkedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var counts = await ParkedEvents.CountsAsync(services.GetRequiredService<ReportingDb>(), cancellationToken);
        return [.. BookingRules.Sources.Select(source => SampledGauge.Value(counts.GetValueOrDefault(source), ("source", source)))];
    }

    static async Task<IReadOnlyList<Measurement<double>>> OldestAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<ReportingDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var oldest = await db.ParkedEvents.GroupBy(row => row.Source).Select(group => new { group.Key, Since = group.Min(row => row.ParkedAt) })
            .ToDictionaryAsync(group => group.Key, group => group.Since, cancellationToken);
        return [.. BookingRules.Sources.Select(source => SampledGauge.Value(
            oldest.TryGetValue(source, out var since) ? Math.Max(0, (now - since).TotalSeconds) : 0, ("source", source)))];
    }
}
