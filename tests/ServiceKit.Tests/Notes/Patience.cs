namespace AnSinh.ServiceKit.Tests.Notes;

/// <summary>Waits for what other threads bring about, and fails instead of waiting for ever.</summary>
static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task UntilAsync(Func<Task<bool>> condition, Action? meanwhile = null)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            meanwhile?.Invoke();
            await Task.Delay(10, limit.Token);
        }
    }
}
