using System.Diagnostics.Metrics;
using AnSinh.ServiceKit.Health;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.ServiceKit.Telemetry;

/// <summary>The gauges of every host, whatever its modules.</summary>
static class HostGauges
{
    public static void AddHostGauges(this IServiceCollection services)
    {
        services.AddSingleton(new SampledGauge(
            "ansinh.health.status", "{state}", "Result of a check that decides on readiness: 0 unhealthy, 1 degraded, 2 healthy", HealthAsync));
        services.AddSingleton(SampledGauge.Of("ansinh.certificate.remaining", "s", "Until the server's certificate expires; below 0 it has", Certificate));
        services.AddSingleton(SampledGauge.Of("ansinh.disk.free", "By", "Free space on the volume of the data directory", provider => Disk(provider, disk => disk.AvailableFreeSpace)));
        services.AddSingleton(SampledGauge.Of("ansinh.disk.size", "By", "Size of the volume of the data directory", provider => Disk(provider, disk => disk.TotalSize)));
        services.AddSingleton(SampledGauge.Of(
            "ansinh.subscription.behind", "{event}", "Events of a source that a consumer knows of and has not booked", provider => Positions(provider, (at, _) => at.Head - at.Booked)));
        services.AddSingleton(SampledGauge.Of(
            "ansinh.subscription.reachable", "{state}", "Whether a source's feed answered a consumer when last asked: 1 yes, 0 no", provider => Positions(provider, (at, _) => at.Reachable ? 1 : 0)));
        services.AddSingleton(SampledGauge.Of("ansinh.subscription.lag", "s", "Age of the last booked event of a source while there are newer ones; otherwise 0", provider => Positions(provider, Lag)));
        services.AddHostedService<GaugeSampler>();
    }

    static async Task<IReadOnlyList<Measurement<double>>> HealthAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var report = await services.GetRequiredService<HealthReports>().CurrentAsync(cancellationToken);
        return [.. report.Entries.Select(entry => SampledGauge.Value((int)entry.Value.Status, ("check", entry.Key)))];
    }

    static IEnumerable<Measurement<double>> Certificate(IServiceProvider services) =>
        services.GetRequiredService<HostAddresses>().CertificateEnds is { } end
            ? [SampledGauge.Value((end - services.GetRequiredService<TimeProvider>().GetUtcNow()).TotalSeconds)]
            : [];

    static IEnumerable<Measurement<double>> Disk(IServiceProvider services, Func<DriveInfo, long> value) =>
        [SampledGauge.Value(value(new DriveInfo(services.GetRequiredService<HostPaths>().DataDirectory)))];

    static IEnumerable<Measurement<double>> Positions(IServiceProvider services, Func<SourcePosition, DateTimeOffset, double> value)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return services.GetService<SubscriptionStatuses>()?.All
            .Select(one => SampledGauge.Value(value(one.Position, now), ("consumer", one.Consumer), ("source", one.Position.Source))) ?? [];
    }

    // A consumer that has booked nothing yet has no age; that it is behind is said by the gauge of that name.
    static double Lag(SourcePosition at, DateTimeOffset now) =>
        at.Head == at.Booked || at.BookedThrough == default ? 0 : (now - at.BookedThrough).TotalSeconds;
}
