using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Subscriptions;

namespace AnSinh.Reporting.Ledger;

/// <summary>Follows the sources' events into the ledger.</summary>
/// <param name="booking">Books them.</param>
/// <param name="lag">Where the lag is measured.</param>
/// <param name="pulse">Who waits for bookings.</param>
/// <param name="time">Clock, for the lag.</param>
public sealed class LedgerProjection(LedgerBooking booking, LedgerLag lag, LedgerPulse pulse, TimeProvider time) : IEventHandler<ReportingDb>
{
    /// <inheritdoc/>
    public static string Consumer => "ledger";

    /// <inheritdoc/>
    public Task ApplyAsync(ReportingDb db, string source, IReadOnlyList<EventEnvelope> run, CancellationToken cancellationToken) =>
        booking.BookAsync(db, [.. run.Select(told => new SourcedEvent(source, told))], cancellationToken);

    /// <inheritdoc/>
    public Task CommittedAsync(string source, IReadOnlyList<EventEnvelope> run)
    {
        pulse.Beat();
        lag.Record(source, time.GetUtcNow() - run[^1].RecordedAt);
        return Task.CompletedTask;
    }
}
