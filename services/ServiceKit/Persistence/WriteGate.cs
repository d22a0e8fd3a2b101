namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// One writer at a time on an embedded database, waiting in the process instead of in SQLite's lock: 32 writers without it meet stalls
/// of seconds and lock errors, with it none. A server database needs no gate. Readers never take it.
/// </summary>
/// <param name="closes">True for an embedded database.</param>
/// <param name="shared">The file of an embedded database that other processes write to as well; null for none.</param>
public class WriteGate(bool closes, string? shared = null) : IDisposable
{
    readonly SemaphoreSlim? gate = closes ? new SemaphoreSlim(1, 1) : null;
    readonly MachineGate? across = shared is null ? null : new MachineGate(shared);

    /// <summary>Waits for the gate; dispose the answer to leave it. Nothing but the database is waited for inside.</summary>
    public async ValueTask<Entry> EnterAsync(CancellationToken cancellationToken)
    {
        if (gate is null)
        {
            return default;
        }

        await gate.WaitAsync(cancellationToken);
        if (across is not null)
        {
            try
            {
                await across.EnterAsync(cancellationToken);
            }
            catch
            {
                gate.Release();
                throw;
            }
        }

        return new Entry(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        across?.Dispose();
        GC.SuppressFinalize(this);
    }

    void Leave()
    {
        across?.Leave();
        gate!.Release();
    }

    /// <summary>A stay inside the gate.</summary>
    public readonly struct Entry(WriteGate? entered) : IDisposable
    {
        /// <summary>Leaves the gate.</summary>
        public void Dispose() => entered?.Leave();
    }
}

/// <summary>The gate of one service's database.</summary>
/// <inheritdoc/>
public sealed class WriteGate<TDb>(bool closes, string? shared = null) : WriteGate(closes, shared)
    where TDb : ServiceDb;
