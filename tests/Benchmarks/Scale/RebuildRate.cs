using System.Diagnostics;
using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Benchmarks.Scale;

/// <summary>A rebuild from the feeds, until it has ended or a time is over: events a second of its booking, as it says itself.</summary>
/// <param name="Rebuild">What it said at its end.</param>
/// <param name="Facts">How long it booked facts.</param>
/// <param name="Sums">How long it made cells and presences, and booked what had come meanwhile.</param>
/// <param name="Comparison">How long it compared the two ledgers.</param>
sealed record RebuildRate(Rebuild Rebuild, TimeSpan Facts, TimeSpan Sums, TimeSpan Comparison)
{
    /// <summary>Measures.</summary>
    /// <param name="host">The host.</param>
    /// <param name="longest">Cancelled after this time.</param>
    public static async Task<RebuildRate> MeasureAsync(ScaleHost host, TimeSpan longest)
    {
        var rebuilds = host.Rebuilds;
        var clock = Stopwatch.StartNew();
        var started = await rebuilds.StartRebuildAsync(new StartRebuildRequest { RequestId = Guid.NewGuid().ToString() });
        var (ending, facts, sums) = (longest, TimeSpan.Zero, TimeSpan.Zero);
        while (true)
        {
            await Task.Delay(200);
            var now = await rebuilds.GetRebuildAsync(new GetRebuildRequest { Name = started.Name });
            if (now.EndTime is not null)
            {
                return now.State == RebuildState.Failed
                    ? throw new InvalidOperationException($"{now.Reason}: {now.Detail}")
                    : new RebuildRate(now, facts, sums - facts, clock.Elapsed - sums);
            }

            if (now.State == RebuildState.Booking)
            {
                sums = clock.Elapsed;
                facts = now.Sources.All(source => source.BookedSequence == source.TargetSequence) ? facts : sums;
            }

            if (clock.Elapsed > ending)
            {
                ending = TimeSpan.MaxValue;
                await rebuilds.CancelRebuildAsync(new CancelRebuildRequest { RequestId = Guid.NewGuid().ToString(), Name = started.Name });
            }
        }
    }
}
