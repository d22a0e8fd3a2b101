using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Events;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Tells when the ledger has changed: at once when this process has booked, and to whoever asks for its version when another has.
/// </summary>
/// <param name="store">The ledger's statements.</param>
public sealed class LedgerPulse(ILedgerStore store)
{
    readonly FeedSignal booked = new();

    /// <summary>Completes when this process books next; take it before reading, so that no booking is missed.</summary>
    public Task Next => booked.Next;

    /// <summary>Says that a run has been booked and committed.</summary>
    public void Beat() => booked.Grown();

    /// <summary>The version of the ledger, whoever has changed it: greater than that of every state before.</summary>
    public async Task<long> VersionAsync(ReportingDb db, CancellationToken cancellationToken)
    {
        await using var reading = await store.BeginReadAsync(db, cancellationToken);
        return await LedgerState.VersionAsync(reading, cancellationToken);
    }
}
