using System.Collections.Concurrent;
using AnSinh.Contracts.Events.V1;
using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Benchmarks.Cluster;

/// <summary>From the moment at which an event was saved to that at which it is in reporting's cells, over all events of a load.</summary>
/// <param name="target">The platform.</param>
sealed class BookingLag(RunningTarget target)
{
    sealed record Sample(DateTimeOffset At, IReadOnlyDictionary<string, long> Booked);

    /// <summary>Runs a load and measures.</summary>
    public async Task<Percentiles> MeasureAsync(Func<Task> load)
    {
        var samples = new ConcurrentQueue<Sample>();
        samples.Enqueue(await SampleAsync());
        using var ending = new CancellationTokenSource();
        var sampling = Task.Run(async () =>
        {
            while (!ending.IsCancellationRequested)
            {
                samples.Enqueue(await SampleAsync());
                await Task.Delay(2, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        });
        await load();
        await target.CaughtUpAsync();
        await ending.CancelAsync();
        await sampling;
        samples.Enqueue(await SampleAsync());
        var lags = new List<TimeSpan>();
        foreach (var (source, before) in samples.First().Booked)
        {
            await AddAsync(lags, source, before, [.. samples]);
        }

        return Percentiles.Of(lags);
    }

    async Task AddAsync(List<TimeSpan> lags, string source, long after, Sample[] samples)
    {
        var at = 0;
        while (true)
        {
            var page = await target.Clients.Feed.ReadAsync(new ReadRequest { Source = source, AfterSequence = after, PageSize = 2_000 });
            foreach (var told in page.Events)
            {
                while (samples[at].Booked.GetValueOrDefault(source) < told.Sequence)
                {
                    at++;
                }

                lags.Add(samples[at].At - told.RecordedAt.ToDateTimeOffset());
                after = told.Sequence;
            }

            if (page.Events.Count == 0)
            {
                return;
            }
        }
    }

    async Task<Sample> SampleAsync()
    {
        var sources = (await target.Clients.Indicators.GetFreshnessAsync(new GetFreshnessRequest())).Sources;
        return new Sample(DateTimeOffset.UtcNow, sources.ToDictionary(one => one.Source, one => one.BookedSequence));
    }
}
