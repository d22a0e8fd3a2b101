using System.Diagnostics;
using AnSinh.AllInOne.Demo;

namespace AnSinh.Benchmarks.Measures;

/// <summary>Reporting without figures reads the whole feed of employment: events a second from the log into cells.</summary>
static class Rebuild
{
    public static async Task<double> MeasureAsync(RunningPlatform platform)
    {
        await platform.ForgetFiguresAsync();
        var clock = Stopwatch.StartNew();
        var events = await new CatchUp(platform.Clients, TimeProvider.System).WaitAsync("employment", _ => { }, CancellationToken.None);
        return events / clock.Elapsed.TotalSeconds;
    }
}
