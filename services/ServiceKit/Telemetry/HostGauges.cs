using System.Diagnostics.Metrics;
using AnSinh.ServiceKit.Certificates;
using AnSinh.ServiceKit.Health;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.ServiceKit.Telemetry;

/// <summary>The gauges of every host, whatever its modules.</summary>
static class HostGauges
{
    static readonly SampledGauge[] gauges =
    [
        new("ansinh.health.status", "{state}", "Result of a check that decides on readiness: 0 unhealthy, 1 degraded, 2 healthy", HealthAsync),
        SampledGauge.Of(
            "ansinh.certificate.remaining", "s", "Until a certificate, or the first of several authorities, expires; below 0 it has",
            host => Certificates(host, (one, now) => (one.NotAfter.ToUniversalTime() - now.UtcDateTime).TotalSeconds)),
        SampledGauge.Of(
            "ansinh.certificate.stale", "{state}", "Whether the files hold something that cannot be used, and the former certificate goes on: 1 yes, 0 no",
            host => Certificates(host, (one, _) => one.IsStale ? 1 : 0)),
        SampledGauge.Of("ansinh.disk.free", "By", "Free space on the volume of the data directory", host => Disk(host, disk => disk.AvailableFreeSpace)),
        SampledGauge.Of("ansinh.disk.size", "By", "Size of the volume of the data directory", host => Disk(host, disk => disk.TotalSize)),
        SampledGauge.Of(
            "ansinh.subscription.behind", "{event}", "Events of a source that a consumer knows of and has not booked",
            host => Positions(host, (at, _) => at.Head - at.Booked)),
        SampledGauge.Of(
            "ansinh.subscription.reachable", "{state}", "Whether a source's feed answered a consumer when last asked: 1 yes, 0 no",
            host => Positions(host, (at, _) => at.Reachable ? 1 : 0)),
        SampledGauge.Of(
            "ansinh.subscription.lag", "s", "Age of the last booked event of a source while there are newer ones; otherwise 0", host => Positions(host, Lag)),
    ];

    public static void AddHostGauges(this IServiceCollection services)
    {
        foreach (var gauge in gauges)
        {
            services.AddSingleton(gauge);
        }

        services.AddHostedService<GaugeSampler>();
    }

    static async Task<IReadOnlyList<Measurement<double>>> HealthAsync(IServiceProvider host, CancellationToken cancellationToken)
    {
        var report = await host.GetRequiredService<HealthReports>().CurrentAsync(cancellationToken);
        return [.. report.Entries.Select(entry => SampledGauge.Value((int)entry.Value.Status, ("check", entry.Key)))];
    }

    static IEnumerable<Measurement<double>> Certificates(
        IServiceProvider host, Func<(string Name, DateTime NotAfter, bool IsStale), DateTimeOffset, double> value)
    {
        var now = host.GetRequiredService<TimeProvider>().GetUtcNow();
        return host.GetRequiredService<PlatformCertificates>().States().Select(one => SampledGauge.Value(value(one, now), ("certificate", one.Name)));
    }

    static IEnumerable<Measurement<double>> Disk(IServiceProvider host, Func<DriveInfo, long> value) =>
        [SampledGauge.Value(value(new DriveInfo(host.GetRequiredService<HostPaths>().DataDirectory)))];

    static IEnumerable<Measurement<double>> Positions(IServiceProvider host, Func<SourcePosition, DateTimeOffset, double> value)
    {
        var now = host.GetRequiredService<TimeProvider>().GetUtcNow();
        return host.GetService<SubscriptionStatuses>()?.All
            .Select(one => SampledGauge.Value(value(one.Position, now), ("consumer", one.Consumer), ("source", one.Position.Source))) ?? [];
    }

    // A consumer that has booked nothing yet has no age; that it is behind is said by the gauge of that name.
    static double Lag(SourcePosition at, DateTimeOffset now) =>
        at.Head == at.Booked || at.BookedThrough == default ? 0 : (now - at.BookedThrough).TotalSeconds;
}
