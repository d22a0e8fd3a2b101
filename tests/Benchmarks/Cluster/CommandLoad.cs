using System.Diagnostics;
using AnSinh.Platform.Tests.Faults;
using Grpc.Core;

namespace AnSinh.Benchmarks.Cluster;

/// <summary>Commands to all six services in turn, each acknowledged only when it is on disk.</summary>
/// <param name="kinds">A command a service.</param>
/// <param name="area">Commune of the records.</param>
sealed class CommandLoad(IReadOnlyList<CommandKind> kinds, string area)
{
    int numbers;

    /// <summary>Acknowledged commands a second, with so many senders that each wait for an answer.</summary>
    public async Task<double> ClosedLoopAsync(int atOnce, TimeSpan duration)
    {
        var (acknowledged, clock) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (clock.Elapsed < duration)
            {
                await SendAsync();
                Interlocked.Increment(ref acknowledged);
            }
        })));
        return acknowledged / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Sends at a fixed rate, however long answers take.</summary>
    /// <returns>What was acknowledged a second, until the last answer.</returns>
    public async Task<double> OpenLoopAsync(int perSecond, TimeSpan duration)
    {
        var (sent, clock) = (new List<Task>(), Stopwatch.StartNew());
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (clock.Elapsed < duration)
        {
            while (sent.Count < clock.Elapsed.TotalSeconds * perSecond)
            {
                sent.Add(SendAsync());
            }

            await tick.WaitForNextTickAsync();
        }

        await Task.WhenAll(sent);
        return sent.Count / clock.Elapsed.TotalSeconds;
    }

    Task SendAsync()
    {
        var number = Interlocked.Increment(ref numbers);
        return kinds[number % kinds.Count].Send(number, area, Guid.NewGuid().ToString(), new CallOptions(deadline: DateTime.UtcNow.AddMinutes(1)));
    }
}
