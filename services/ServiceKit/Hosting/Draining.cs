namespace AnSinh.ServiceKit.Hosting;

/// <summary>
/// Tells that the process is about to stop: readiness goes off, long streams end. Begins by itself when the host stops.
/// </summary>
public sealed class Draining : IDisposable
{
    readonly CancellationTokenSource source = new();

    /// <summary>Cancelled when draining begins.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Whether draining has begun; it never ends.</summary>
    public bool Begun => source.IsCancellationRequested;

    /// <summary>Begins draining. Beginning twice is the same as once.</summary>
    public void Begin() => source.Cancel();

    /// <inheritdoc />
    public void Dispose() => source.Dispose();
}
