using AnSinh.ServiceKit.Persistence;

namespace AnSinh.ServiceKit.Events;

/// <summary>
/// What the relay does to the database and EF cannot express; one class a provider, the same tests over both.
/// Everything runs in the transaction that the relay has opened.
/// </summary>
public interface IRelayStore
{
    /// <summary>Whether instances compete for a lease; where only one process can open the database there is nothing to compete for.</summary>
    bool Leases { get; }

    /// <summary>Takes or renews the lease by the database's clock, in its own transaction.</summary>
    /// <returns>Whether <paramref name="holder"/> holds it now.</returns>
    Task<bool> TryLeaseAsync(ServiceDb db, string holder, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Gives the lease up in its own transaction, if <paramref name="holder"/> has it.</summary>
    Task ReleaseAsync(ServiceDb db, string holder, CancellationToken cancellationToken);

    /// <summary>
    /// Moves up to <paramref name="limit"/> outbox rows, in the order of their ids, into the log with consecutive sequence numbers
    /// after <paramref name="lastSequence"/>.
    /// </summary>
    /// <returns>How many were moved.</returns>
    Task<int> NumberAsync(ServiceDb db, long lastSequence, int limit, CancellationToken cancellationToken);
}
