using System.Diagnostics;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Benchmarks.Measures;

/// <summary>From a command's answer until the indicator shows it, the asking included.</summary>
static class VisibleLag
{
    public static async Task<Percentiles> MeasureAsync(RunningPlatform platform, int commands)
    {
        var query = new QueryIndicatorsRequest { Indicators = { "EMP-02" }, Period = "2020", AreaCode = RunningPlatform.Province };
        var before = await CountAsync(platform, query);
        var timings = new List<TimeSpan>();
        foreach (var request in DurableCommands.Requests(commands, 700_000))
        {
            await new PlacementService.PlacementServiceClient(platform.Clients.Official).RecordPlacementAsync(request);
            var began = Stopwatch.GetTimestamp();
            while (await CountAsync(platform, query) == before)
            {
            }

            timings.Add(Stopwatch.GetElapsedTime(began));
            before++;
        }

        return Percentiles.Of(timings);
    }

    static async Task<long> CountAsync(RunningPlatform platform, QueryIndicatorsRequest query) =>
        long.Parse((await platform.Clients.Indicators.QueryIndicatorsAsync(query)).Figures[0].Exact, System.Globalization.CultureInfo.InvariantCulture);
}
