using Grpc.Core;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>Officials who keep recording in all six services at once, whatever happens to them.</summary>
sealed class Load : IAsyncDisposable
{
    // 60 commands a second, and 20 while processes start: two cores must bear both.
    const int SendersOfAKind = 2;
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan SlowPace = TimeSpan.FromMilliseconds(600);
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    static int numbers;

    readonly CancellationTokenSource ending = new();
    readonly Task senders;
    volatile bool isSlow;

    /// <summary>Begins.</summary>
    public Load(Journal journal, IReadOnlyList<CommandKind> kinds)
    {
        Journal = journal;
        senders = Task.WhenAll(Enumerable.Repeat(kinds, SendersOfAKind).SelectMany(some => some).Select(kind => Task.Run(() => SendAsync(kind))));
    }

    /// <summary>What was sent.</summary>
    public Journal Journal { get; }

    /// <summary>Waits until so many commands were answered.</summary>
    public Task AnsweredAsync(int count) => Wait.ForAsync(
        $"{count} answered commands", Patience, () => Task.FromResult(Journal.Acknowledged >= count), TimeSpan.FromMilliseconds(2));

    /// <summary>Goes on with a third of the load.</summary>
    public void SlowDown() => isSlow = true;

    /// <summary>Sends one command, and lets the caller see how it ends.</summary>
    /// <exception cref="RpcException">It was not answered; it is settled with the others.</exception>
    public async Task SendOnceAsync(CommandKind kind, CallOptions options)
    {
        var command = Journal.Add(kind, Interlocked.Increment(ref numbers));
        command.WasUnknown = true;
        await kind.Send(command.Number, command.Area, command.RequestId, options);
    }

    /// <summary>Ends the load, then sends what got no answer again until it gets one: the duty of a client.</summary>
    public async Task SettleAsync()
    {
        await ending.CancelAsync();
        await senders;
        await Parallel.ForEachAsync(
            Journal.Sent.Where(command => command.Record is null),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (command, _) => await Wait.ForAsync($"an answer of {command.Kind.Service}", Patience, () => Journal.TrySendAsync(command, Deadline), Pace));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await senders.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ending.Dispose();
    }

    async Task SendAsync(CommandKind kind)
    {
        using var pace = new PeriodicTimer(Pace);
        while (!ending.IsCancellationRequested)
        {
            await Journal.TrySendAsync(Journal.Add(kind, Interlocked.Increment(ref numbers)), Deadline);
            pace.Period = isSlow ? SlowPace : Pace;
            await pace.WaitForNextTickAsync();
        }
    }
}
