using System.Globalization;

namespace AnSinh.Benchmarks.Scale;

/// <summary>
/// The engine at scale: a ledger of five years and three provinces, grown to a tenth of the facts and then to all of them, with the same
/// questions at both sizes, so that the ratio stands in one run.
/// </summary>
static class ScaleRun
{
    const int Questions = 300;

    /// <summary>Measures and prints.</summary>
    /// <param name="facts">Facts in the ledger at the end.</param>
    public static async Task RunAsync(long facts)
    {
        var areas = ScaleAreas.Load();
        var table = new ScaleTable();
        var perEvent = ScaleGrowth.FactsOfEvent(new ScaleEvents(areas, new ScaleCalendar(facts, facts)));
        var (fewer, more) = ((long)(facts / 10 / perEvent), (long)(facts / perEvent));
        await using var host = await ScaleHost.StartAsync(areas, new ScaleCalendar(fewer, more));
        var small = await AtAsync(host, areas, table, facts / 10, fewer);
        var large = await AtAsync(host, areas, table, facts, more);
        table.Add("the same questions at both sizes: ratio of p50, of p99", string.Create(
            CultureInfo.InvariantCulture, $"{large.P50 / small.P50:0.00}, {large.P99 / small.P99:0.00}"), "≤ 1.2");
        table.Print();
    }

    static async Task<Percentiles> AtAsync(ScaleHost host, ScaleAreas areas, ScaleTable table, long facts, long events)
    {
        var (growing, before) = (new ProcessorTime(), host.Heads.Total);
        var rate = await ScaleGrowth.GrowAsync(host, events);
        var eachGrown = growing.Each(host.Heads.Total - before);
        var (size, plain) = (Size(facts), new PlainSql(host, areas));
        table.Add($"{size}: booked in batches of 20,000 events ({areas.Description}, {areas.Units.Count})", string.Create(CultureInfo.InvariantCulture, $"{rate:N0} events/s ({eachGrown.TotalMicroseconds:0} µs of processor each, making it included)"));
        var held = await host.SizeAsync();
        table.Add($"{size}: ledger", held);
        await host.ReopenAsync();
        var questions = new ScaleQuestions(host);
        var year = await plain.OfYearAsync();
        table.Questions($"{size}: province × year × {questions.Indicators} indicators, first question of each after a start", await questions.AskAsync(questions.EachYear()), "", year);
        await questions.AskAsync(questions.AnyYears(20, seed: 1));
        var any = await questions.AskAsync(questions.AnyYears(Questions, seed: 2));
        table.Questions($"{size}: the same, {Questions} different years (any day to any day)", any, "p99 < 50 ms", year);
        var then = new DateTimeOffset(2025, 1, 1, 8, 0, 0, TimeSpan.Zero);
        table.Questions($"{size}: as of a year back, province × year × all, each moment new", await questions.AskAsync(questions.AYearBack(10)), "p99 < 500 ms", await plain.OfYearAsync(then));
        table.Latency($"{size}: new event in an open query at 500 events/s", await LiveLag.MeasureAsync(host, seconds: 15), "p99 < 250 ms", year);
        var (computed, received) = await FeedShare.MeasureAsync(host);
        var rebuilding = new ProcessorTime();
        var measured = await RebuildRate.MeasureAsync(host, TimeSpan.FromMinutes(10));
        var rebuild = measured.Rebuild;
        var eachRebuilt = rebuilding.Each(Math.Max(1, rebuild.Events));
        var share = string.Create(CultureInfo.InvariantCulture, $"{eachRebuilt.TotalMicroseconds:0} µs of processor each, comparison included; {computed.TotalMicroseconds:0.0} of them compute the feed, {(received - computed).TotalMicroseconds:0.0} carry it; {measured.Facts.TotalSeconds:0.0} s facts, {measured.Sums.TotalSeconds:0.0} s sums, {measured.Comparison.TotalSeconds:0.0} s comparison");
        table.Add($"{size}: rebuild from the feeds, {rebuild.Events:N0} events booked", string.Create(CultureInfo.InvariantCulture, $"{rebuild.EventsPerSecond:N0} events/s ({rebuild.State}, {share})"), "≥ 50,000", await plain.OfAllAsync());
        return any.Took;
    }

    static string Size(long facts) => facts >= 1_000_000 ? string.Create(CultureInfo.InvariantCulture, $"{facts / 1e6:0.##} M") : string.Create(CultureInfo.InvariantCulture, $"{facts:N0}");
}
