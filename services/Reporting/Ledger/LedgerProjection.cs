using System.Diagnostics.Metrics;
using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Subscriptions;
using AnSinh.ServiceKit.Telemetry;

namespace AnSinh.Reporting.Ledger;

/// <summary>Follows the sources' events into the ledger.</summary>
/// <param name="booking">Books them.</param>
/// <param name="time">Clock, for the lag.</param>
public sealed class LedgerProjection(LedgerBooking booking, TimeProvider time) : IEventHandler<ReportingDb>
{
    static readonly Histogram<double> Lag = AnSinhTelemetry.Meter.CreateHistogram<double>(
        "ansinh.ledger.lag", "s", "From the saving of an event at its source to its booking");

    /// <inheritdoc/>
    public static string Consumer => "ledger";

    /// <inheritdoc/>
    public Task ApplyAsync(ReportingDb db, string source, IReadOnlyList<EventEnvelope> run, CancellationToken cancellationToken) =>
        booking.BookAsync(db, [.. run.Select(told => new SourcedEvent(source, told))], cancellationToken);

    /// <inheritdoc/>
    public Task CommittedAsync(string source, IReadOnlyList<EventEnvelope> run)
    {
        Lag.Record((time.GetUtcNow() - run[^1].RecordedAt).TotalSeconds, new KeyValuePair<string, object?>("source", source));
        return Task.CompletedTask;
    }
}
