using System.Diagnostics;
using System.Threading.Channels;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Measures;

namespace AnSinh.Benchmarks.Scale;

/// <summary>Grows the ledger by booking, batch by batch, while the next batch is made.</summary>
static class ScaleGrowth
{
    const int Batch = 20_000;
    const int Sampled = 5_000;

    /// <summary>Facts that an event yields, by a sample of each source.</summary>
    public static double FactsOfEvent(ScaleEvents events)
    {
        var (facts, told) = (0.0, 0.0);
        foreach (var source in ScaleEvents.Sources)
        {
            var share = ScaleEvents.SharedTo(source, 1_000_000) / 1_000_000.0;
            var sample = events.Read(source, 0, Sampled, Sampled);
            facts += share * sample.Sum(one => Facts(BookingRules.Read(new SourcedEvent(source, one)))) / Sampled;
            told += share;
        }

        return facts / told;
    }

    /// <summary>Books until the sources' logs are a number of events long together.</summary>
    public static async Task<double> GrowAsync(ScaleHost host, long events)
    {
        var clock = Stopwatch.StartNew();
        var before = host.Heads.Total;
        var batches = Channel.CreateBounded<(string Source, SourcedEvent[] Events)>(2);
        var making = Task.Run(async () =>
        {
            foreach (var source in ScaleEvents.Sources)
            {
                var head = ScaleEvents.SharedTo(source, events);
                for (var at = host.Heads[source]; at < head; at += Batch)
                {
                    await batches.Writer.WriteAsync((source, [.. host.Events.Read(source, at, Batch, head).Select(told => new SourcedEvent(source, told))]));
                }
            }

            batches.Writer.Complete();
        });
        await foreach (var (source, batch) in batches.Reader.ReadAllAsync())
        {
            await host.BookAsync(source, batch);
            host.Heads[source] = batch[^1].Event.Sequence;
        }

        await making;
        return (host.Heads.Total - before) / clock.Elapsed.TotalSeconds;
    }

    static int Facts(Booking? booking) => booking is null ? 0 : booking.Entries.Count + (booking.Replaces is null ? 0 : 1);
}
