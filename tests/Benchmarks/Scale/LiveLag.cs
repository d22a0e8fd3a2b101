using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Messaging;
using AnSinh.ServiceKit.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.Benchmarks.Scale;

/// <summary>
/// From the moment at which the bus hands an event over until an open query shows it, while 500 events a second are booked: 20 runs of 25
/// a second, one of the 25 a placement whose place in the count says when it is seen.
/// </summary>
static class LiveLag
{
    const int RunsPerSecond = 20;
    const int OthersInRun = 24;
    const string Province = "42";
    const string Year = "2025";

    /// <summary>Measures.</summary>
    public static async Task<Percentiles> MeasureAsync(ScaleHost host, int seconds)
    {
        using var ending = new CancellationTokenSource();
        using var watch = host.Figures.WatchFigures(
            new WatchFiguresRequest
            {
                Question = new FigureQuestion
                {
                    Indicators = { "EMP-02", "EMP-01", "EMP-03", "EMP-04", "SOC-01", "SOC-02", "SOC-05", "VOC-01", "MER-01", "CHI-01" },
                    Periods = { Year },
                    AreaCode = Province,
                    AreaRows = AreaRows.Self,
                },
            },
            cancellationToken: ending.Token);
        await watch.ResponseStream.MoveNext(ending.Token);
        var start = CountIn(watch.ResponseStream.Current)!.Value;
        var offered = new ConcurrentDictionary<long, long>();
        var timings = new List<TimeSpan>();
        var offering = Task.Run(() => OfferAsync(host, start, seconds, offered));
        for (var seen = start; seen < start + seconds * RunsPerSecond && await watch.ResponseStream.MoveNext(ending.Token);)
        {
            var count = CountIn(watch.ResponseStream.Current) ?? seen;
            for (; seen < count; seen++)
            {
                timings.Add(Stopwatch.GetElapsedTime(offered[seen + 1]));
            }
        }

        await offering;
        await ending.CancelAsync();
        return Percentiles.Of(timings);
    }

    static async Task OfferAsync(ScaleHost host, long start, int seconds, ConcurrentDictionary<long, long> offered)
    {
        var subscriptions = host.Services.GetServices<Subscription<ReportingDb, LedgerProjection>>().ToDictionary(one => one.Source);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / RunsPerSecond));
        var runs = new List<Task>();
        for (var run = 0; run < seconds * RunsPerSecond && await timer.WaitForNextTickAsync(); run++)
        {
            // In turn the other sources tell of everything else.
            var source = ScaleEvents.Sources[1 + run % (ScaleEvents.Sources.Count - 1)];
            var others = host.Events.Read(source, host.Heads[source], OthersInRun, long.MaxValue);
            var placement = host.Events.Placement(host.Heads["employment"] + 1, Province, new DateOnly(2025, 1 + run % 6, 5));
            (host.Heads[source], host.Heads["employment"]) = (others[^1].Sequence, placement.Sequence);
            offered[start + run + 1] = Stopwatch.GetTimestamp();
            runs.Add(subscriptions["employment"].OfferAsync(new EventRun { Source = "employment", Events = [placement] }, CancellationToken.None));
            runs.Add(subscriptions[source].OfferAsync(new EventRun { Source = source, Events = others }, CancellationToken.None));
        }

        await Task.WhenAll(runs);
    }

    static long? CountIn(WatchFiguresResponse change) =>
        change.Rows.FirstOrDefault(row => row.Figure.Indicator == "EMP-02") is { } row ? long.Parse(row.Figure.Exact, CultureInfo.InvariantCulture) : null;
}
