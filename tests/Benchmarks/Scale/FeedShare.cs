using AnSinh.ServiceKit.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.Benchmarks.Scale;

/// <summary>What the computed feeds cost by themselves, read and thrown away: that part of a rebuild's processor time no ledger is to blame for.</summary>
static class FeedShare
{
    const long MostOfEach = 40_000;

    /// <summary>Processor time an event: to compute it, and to compute it, send it and receive it.</summary>
    public static async Task<(TimeSpan Computed, TimeSpan Received)> MeasureAsync(ScaleHost host)
    {
        var heads = ScaleEvents.Sources.ToDictionary(source => source, source => Math.Min(MostOfEach, host.Heads[source]));
        var computing = new ProcessorTime();
        foreach (var (source, head) in heads)
        {
            for (var at = 0L; at < head; at += FeedClient.PageSize)
            {
                host.Events.Read(source, at, FeedClient.PageSize, head);
            }
        }

        var computed = computing.Each(heads.Values.Sum());
        var (receiving, feed) = (new ProcessorTime(), host.Services.GetRequiredService<FeedClient>());
        var received = 0L;
        foreach (var (source, head) in heads)
        {
            for (var at = 0L; at < head;)
            {
                var (events, _) = await feed.ReadAsync(source, at, CancellationToken.None);
                at = events[^1].Sequence;
                received += events.Count;
            }
        }

        return (computed, receiving.Each(received));
    }
}
