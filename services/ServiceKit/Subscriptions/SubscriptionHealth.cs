using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AnSinh.ServiceKit.Subscriptions;

/// <summary>
/// Whether every source can still be followed. One that was restored behind what is booked here degrades the process: figures stand still and are
/// not wrong, and a person must decide. A source that is merely away is seen by its own health and by the gauge of its reachability.
/// </summary>
/// <param name="statuses">How far each consumer has come.</param>
sealed class SubscriptionHealth(SubscriptionStatuses statuses) : IHealthCheck
{
    public const string Name = "subscriptions";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var rewound = statuses.All.Where(one => one.Position.Rewound).Select(one => $"{one.Consumer}: {one.Position.Source}").Order(StringComparer.Ordinal).ToList();
        return Task.FromResult(rewound.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(
                $"Sources were restored to a state before what is booked ({string.Join(", ", rewound)}): deploy/runbooks/rebuild-projection.md."));
    }
}
