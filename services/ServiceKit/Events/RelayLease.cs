using AnSinh.ServiceKit.Persistence;
using Microsoft.Extensions.Options;

namespace AnSinh.ServiceKit.Events;

/// <summary>
/// This instance's hold on the relay of one service. The database is asked when a third of the lease has passed, and not before every
/// round; without the lease, once in <see cref="RelayOptions.Poll"/>. That a holder which was asleep for longer than its lease does no
/// harm is the numbering's own doing: it commits only on the state that it has read.
/// </summary>
public sealed class RelayLease<TDb>(IRelayStore store, WriteGate<TDb> gate, IOptions<RelayOptions> options, TimeProvider time) : IDisposable
    where TDb : ServiceDb
{
    readonly string holder = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
    readonly SemaphoreSlim single = new(1, 1);
    bool held;
    long asked;
    bool released;

    /// <summary>Takes or renews the lease where that is due.</summary>
    /// <returns>Whether this instance has it.</returns>
    public async Task<bool> HoldsAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        if (!store.Leases)
        {
            return true;
        }

        await single.WaitAsync(cancellationToken);
        try
        {
            if (!released && (asked == 0 || time.GetElapsedTime(asked) >= (held ? options.Value.Lease / 3 : options.Value.Poll)))
            {
                // From before the question: the database counts from later, so it is never believed longer than it lasts.
                var before = time.GetTimestamp();
                held = false;
                using var entry = await gate.EnterAsync(cancellationToken);
                held = await store.TryLeaseAsync(db, holder, options.Value.Lease, cancellationToken);
                asked = before;
            }

            return held;
        }
        finally
        {
            single.Release();
        }
    }

    /// <summary>Gives the lease up for good, so that another instance takes over at its next look.</summary>
    public async Task ReleaseAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        await single.WaitAsync(cancellationToken);
        try
        {
            released = true;
            if (held)
            {
                held = false;
                using var entry = await gate.EnterAsync(cancellationToken);
                await store.ReleaseAsync(db, holder, cancellationToken);
            }
        }
        finally
        {
            single.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => single.Dispose();
}
