using System.Diagnostics.Metrics;
using AnSinh.ChildProtection;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment;
using AnSinh.Employment.Data;
using AnSinh.MeritoriousPersons;
using AnSinh.Reporting;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Telemetry;
using AnSinh.SocialProtection;
using AnSinh.Testing;
using AnSinh.VocationalTraining;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AnSinh.Operations.Tests.Telemetry;

/// <summary>Everything that a running platform with all services measures on the meters that it sends: instruments, and values of gauges.</summary>
public sealed class PlatformMeters : IAsyncLifetime
{
    readonly MeterListener listener = new();
    readonly Lock sync = new();
    readonly Dictionary<string, Instrument> instruments = new(StringComparer.Ordinal);
    readonly List<(string Instrument, double Value, Dictionary<string, string> Tags)> values = [];
    ServiceTestHost? host;

    /// <summary>The instruments under the names that Prometheus sees.</summary>
    public IReadOnlySet<string> Exported
    {
        get
        {
            lock (sync)
            {
                return instruments.Values.SelectMany(ExportedNames.Of).ToHashSet(StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Names of the platform's own instruments.</summary>
    public IReadOnlyList<string> Own
    {
        get
        {
            lock (sync)
            {
                return [.. instruments.Values.Where(one => one.Meter.Name == AnSinhTelemetry.Name).Select(one => one.Name)];
            }
        }
    }

    /// <summary>What was measured so far on an instrument.</summary>
    public IReadOnlyList<(double Value, Dictionary<string, string> Tags)> Measured(string instrument)
    {
        listener.RecordObservableInstruments();
        lock (sync)
        {
            return [.. values.Where(one => one.Instrument == instrument).Select(one => (one.Value, one.Tags))];
        }
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        listener.InstrumentPublished = (instrument, active) =>
        {
            if (AnSinhTelemetry.MeterNames.Contains(instrument.Meter.Name))
            {
                lock (sync)
                {
                    instruments[instrument.Name] = instrument;
                }

                active.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
        host = await ServiceTestHost.StartAsync(builder =>
        {
            builder.AddEmployment();
            builder.AddMeritoriousPersons();
            builder.AddVocationalTraining();
            builder.AddSocialProtection();
            builder.AddChildProtection();
            builder.AddReporting();
        });
        await EmitAsync(host);
        await host.EventsAsync(EmploymentModule.Name, 1);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Measured("ansinh.ledger.lag").Count == 0 || !IsHealthy("masstransit-bus") || !IsHealthy("employment.database") || Measured("ansinh.database.size").Count == 0)
        {
            // A round may end the checks of the one before by their time limit, so healthy is what is waited for.
            host.Time.Advance(TimeSpan.FromSeconds(15));
            await Task.Delay(50, patience.Token);
        }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        listener.Dispose();
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    bool IsHealthy(string check) => Measured("ansinh.health.status").Any(one => one.Tags["check"] == check && one.Value == 2);

    static async Task EmitAsync(ServiceTestHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Current = Caller.Service("test");
        await scope.ServiceProvider.GetRequiredService<UnitOfWork<EmploymentDb>>().RunAsync(
            (db, _) => Task.FromResult(db.Emit(new EmployerRegistered { Size = 1 }, Guid.NewGuid(), new DateOnly(2020, 6, 30), "18073")), CancellationToken.None);
    }

    void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, tag) in tags)
        {
            kept[name] = tag?.ToString() ?? "";
        }

        lock (sync)
        {
            values.Add((instrument.Name, value, kept));
        }
    }
}
