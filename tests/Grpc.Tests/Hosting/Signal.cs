namespace Grpc.Tests.Hosting;

/// <summary>Something that a test waits for; waiting too long fails the test instead of hanging it.</summary>
public sealed class Signal
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly TaskCompletionSource source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Set() => source.TrySetResult();

    public Task WaitAsync() => source.Task.WaitAsync(Patience);

    /// <summary>Waits until a token is cancelled, tells the test, and goes on as a cancelled method does.</summary>
    public async Task WaitUntilCancelledAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            Set();
        }
    }
}
