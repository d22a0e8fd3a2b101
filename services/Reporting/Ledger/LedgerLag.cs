using System.Diagnostics.Metrics;
using AnSinh.ServiceKit.Telemetry;

namespace AnSinh.Reporting.Ledger;

/// <summary>How long events take from their saving at the source to their booking.</summary>
/// <param name="meters">The host's meters.</param>
public sealed class LedgerLag(IMeterFactory meters)
{
    readonly Histogram<double> lag = meters.Create(AnSinhTelemetry.Name).CreateHistogram(
        "ansinh.ledger.lag", "s", "From the saving of an event at its source to its booking", null, new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800],
        });

    /// <summary>Records the lag of a run, by its last event.</summary>
    /// <param name="source">Source service.</param>
    /// <param name="since">Time since the event was saved.</param>
    public void Record(string source, TimeSpan since) => lag.Record(since.TotalSeconds, new KeyValuePair<string, object?>("source", source));
}
