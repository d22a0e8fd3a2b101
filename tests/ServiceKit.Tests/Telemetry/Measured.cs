using System.Diagnostics.Metrics;
using AnSinh.ServiceKit.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.ServiceKit.Tests.Telemetry;

/// <summary>What one host measures; other hosts of the same test run have the same meters' names and are left out.</summary>
sealed class Measured : IDisposable
{
    readonly MeterListener listener = new();
    readonly Lock sync = new();
    readonly List<(string Instrument, double Value, Dictionary<string, string> Tags)> values = [];

    public Measured(IServiceProvider services)
    {
        var meters = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, active) =>
        {
            if (instrument.Meter.Name == AnSinhTelemetry.Name && instrument.Meter.Scope == meters)
            {
                active.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument.Name, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument.Name, value, tags));
        listener.Start();
    }

    /// <summary>All values of an instrument so far; of a gauge the present ones too.</summary>
    public IReadOnlyList<(double Value, Dictionary<string, string> Tags)> Of(string instrument)
    {
        listener.RecordObservableInstruments();
        lock (sync)
        {
            return [.. values.Where(one => one.Instrument == instrument).Select(one => (one.Value, one.Tags))];
        }
    }

    /// <summary>The present value of a gauge without regard to tags; null when it has none.</summary>
    public double? Now(string gauge)
    {
        lock (sync)
        {
            values.RemoveAll(one => one.Instrument == gauge);
        }

        return Of(gauge) is [var one, ..] ? one.Value : null;
    }

    public void Dispose() => listener.Dispose();

    void Keep(string instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, tag) in tags)
        {
            kept[name] = tag?.ToString() ?? "";
        }

        lock (sync)
        {
            values.Add((instrument, value, kept));
        }
    }
}
