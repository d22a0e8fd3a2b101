using System.Diagnostics;
using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Benchmarks.Measures;

/// <summary>One indicator of distinct people for the province, asked again and again.</summary>
static class FigureQueries
{
    public static async Task<Percentiles> MeasureAsync(RunningPlatform platform, int calls)
    {
        var request = new QueryIndicatorsRequest { Indicators = { "EMP-01" }, Period = "2020", AreaCode = RunningPlatform.Province };
        var timings = new List<TimeSpan>(calls);
        for (var i = 0; i < calls + 100; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await platform.Clients.Indicators.QueryIndicatorsAsync(request);
            timings.Add(Stopwatch.GetElapsedTime(began));
        }

        return Percentiles.Of(timings.Skip(100));
    }
}
