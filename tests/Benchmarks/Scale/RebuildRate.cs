using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Benchmarks.Scale;

/// <summary>A rebuild from the feeds, until it has ended or a time is over: events a second of its booking, as it says itself.</summary>
static class RebuildRate
{
    /// <summary>Measures.</summary>
    /// <param name="host">The host.</param>
    /// <param name="longest">Cancelled after this time.</param>
    public static async Task<Rebuild> MeasureAsync(ScaleHost host, TimeSpan longest)
    {
        var rebuilds = host.Rebuilds;
        var started = await rebuilds.StartRebuildAsync(new StartRebuildRequest { RequestId = Guid.NewGuid().ToString() });
        var ending = DateTime.UtcNow + longest;
        while (true)
        {
            await Task.Delay(500);
            var now = await rebuilds.GetRebuildAsync(new GetRebuildRequest { Name = started.Name });
            if (now.EndTime is not null)
            {
                return now.State == RebuildState.Failed ? throw new InvalidOperationException($"{now.Reason}: {now.Detail}") : now;
            }

            if (DateTime.UtcNow > ending)
            {
                ending = DateTime.MaxValue;
                await rebuilds.CancelRebuildAsync(new CancelRebuildRequest { RequestId = Guid.NewGuid().ToString(), Name = started.Name });
            }
        }
    }
}
