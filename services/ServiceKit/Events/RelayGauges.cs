using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.ServiceKit.Events;

/// <summary>
/// What operators watch about a relay, read from the database and not from the relay: one that hangs, or whose lease another instance
/// holds, would tell nothing.
/// </summary>
static class RelayGauges
{
    public static void AddRelayGauges<TDb>(this IServiceCollection services)
        where TDb : ServiceDb
    {
        services.AddSingleton(Gauge<TDb>("ansinh.relay.unpublished", "{event}", "Events saved but not yet on the bus", UnpublishedAsync));
        services.AddSingleton(Gauge<TDb>("ansinh.relay.oldest_age", "s", "Age of the oldest event that is not yet on the bus; 0 without any", OldestAgeAsync));
        services.AddSingleton(Gauge<TDb>("ansinh.relay.parked", "{run}", "Runs of events that the bus refused for a reason of their own", ParkedAsync));
    }

    static SampledGauge Gauge<TDb>(string name, string unit, string description, Func<ServiceDb, TimeProvider, CancellationToken, Task<double>> read)
        where TDb : ServiceDb => new(name, unit, description, async (services, cancellationToken) =>
        [
            SampledGauge.Value(
                await read(services.GetRequiredService<TDb>(), services.GetRequiredService<TimeProvider>(), cancellationToken),
                ("source", services.GetRequiredService<ServiceSource<TDb>>().Name)),
        ]);

    static async Task<double> UnpublishedAsync(ServiceDb db, TimeProvider time, CancellationToken cancellationToken) =>
        (await RelayWaiting.ReadAsync(db, cancellationToken)).Count;

    static async Task<double> OldestAgeAsync(ServiceDb db, TimeProvider time, CancellationToken cancellationToken) =>
        (await RelayWaiting.ReadAsync(db, cancellationToken)).AgeAt(time.GetUtcNow()).TotalSeconds;

    static async Task<double> ParkedAsync(ServiceDb db, TimeProvider time, CancellationToken cancellationToken) =>
        await db.Set<ParkedRunRow>().LongCountAsync(cancellationToken);
}
