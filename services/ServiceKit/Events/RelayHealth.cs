using System.Globalization;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AnSinh.ServiceKit.Events;

/// <summary>
/// How many events wait to be published and for how long: what operators watch. A relay that lags degrades its service and never makes it
/// unready, since commands and the feed do without the broker.
/// </summary>
/// <param name="db">Where the relay's position stands.</param>
/// <param name="time">Clock.</param>
sealed class RelayHealth<TDb>(TDb db, TimeProvider time) : IHealthCheck
    where TDb : ServiceDb
{
    /// <summary>Data: saved events that are not on the bus yet.</summary>
    public const string Unpublished = "unpublished";

    /// <summary>Data: age of the oldest of them in seconds; 0 when there is none.</summary>
    public const string OldestSeconds = "oldest_seconds";

    static readonly TimeSpan Lagging = TimeSpan.FromMinutes(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var waiting = await RelayWaiting.ReadAsync(db, cancellationToken);
            var (count, age) = (waiting.Count, waiting.AgeAt(time.GetUtcNow()));
            var data = new Dictionary<string, object> { [Unpublished] = count, [OldestSeconds] = Math.Round(age.TotalSeconds, 1) };
            return age < Lagging
                ? HealthCheckResult.Healthy(null, data)
                : HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"{count} events wait for the bus, the oldest for {age.TotalSeconds:0} s."), null, data);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Whether the database answers is another check's business.
            return HealthCheckResult.Degraded("The relay's position cannot be read.", fault);
        }
    }
}
