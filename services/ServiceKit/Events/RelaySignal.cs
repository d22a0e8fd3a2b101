namespace AnSinh.ServiceKit.Events;

/// <summary>Wakes the relay of one service when events wait, so that nobody waits for a timer.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
public sealed class RelaySignal<TDb>
{
    readonly SemaphoreSlim waiting = new(0, 1);
    readonly Lock sync = new();

    /// <summary>Says that events wait; any number of calls before the relay looks are one.</summary>
    public void Wake()
    {
        lock (sync)
        {
            if (waiting.CurrentCount == 0)
            {
                waiting.Release();
            }
        }
    }

    /// <summary>Waits for a call of <see cref="Wake"/>, or for the time to pass: another instance may have saved events.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var passed = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, passed.Token);
        try
        {
            await waiting.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time has passed: look anyway.
        }
    }
}

/// <summary>Tells readers of a source's feed that its log has grown.</summary>
public sealed class FeedSignal
{
    TaskCompletionSource grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the log grows next; take it before reading, so that no growth is missed.</summary>
    public Task Next => Volatile.Read(ref grown).Task;

    /// <summary>Says that the log has grown.</summary>
    public void Grown() => Interlocked.Exchange(ref grown, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
