namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// One writer at a time on an embedded database, waiting in the process instead of in SQLite's lock: 32 writers without it meet stalls
/// of seconds and lock errors, with it none. A server database needs no gate. Readers never take it.
/// </summary>
/// <param name="closes">True for an embedded database.</param>
public class WriteGate(bool closes)
{
    readonly SemaphoreSlim? gate = closes ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Waits for the gate; dispose the answer to leave it. Nothing but the database is waited for inside.</summary>
    public async ValueTask<Entry> EnterAsync(CancellationToken cancellationToken)
    {
        if (gate is not null)
        {
            await gate.WaitAsync(cancellationToken);
        }

        return new Entry(gate);
    }

    /// <summary>A stay inside the gate.</summary>
    public readonly struct Entry(SemaphoreSlim? gate) : IDisposable
    {
        /// <summary>Leaves the gate.</summary>
        public void Dispose() => gate?.Release();
    }
}

/// <summary>The gate of one service's database.</summary>
/// <inheritdoc/>
public sealed class WriteGate<TDb>(bool closes) : WriteGate(closes)
    where TDb : ServiceDb;
