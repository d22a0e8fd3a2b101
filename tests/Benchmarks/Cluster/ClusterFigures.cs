using System.Diagnostics;
using System.Globalization;
using AnSinh.AllInOne.Cluster;
using AnSinh.AllInOne.Demo.Loaders;
using AnSinh.Benchmarks.Measures;
using AnSinh.Contracts.Events.V1;
using AnSinh.Platform.Tests.Faults;
using Spectre.Console;

namespace AnSinh.Benchmarks.Cluster;

/// <summary>One table: the local cluster beside the all-in-one, on this machine.</summary>
static class ClusterFigures
{
    const int Backlog = 30_000;
    const int CommandsPerSecond = 300;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Measured = TimeSpan.FromSeconds(10);

    // Only the broker fills reporting while its backlog is measured.
    const string NoFeed = "Subscriptions__CatchUpEvery";

    static readonly (string Kind, IReadOnlyList<string>? Killed)[] Faults =
    [
        ("employment", ["employment"]),
        ("reporting", ["reporting"]),
        ("broker", [LocalCluster.Broker]),
        ("all", null),
    ];

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync()
    {
        var columns = new List<Dictionary<string, string>>();
        foreach (var start in (Func<string, Task<RunningTarget>>[])[RunningTarget.ClusterAsync, RunningTarget.AllInOneAsync])
        {
            var folder = Directory.CreateTempSubdirectory("ansinh-bench-");
            try
            {
                columns.Add(await MeasureAsync(start, folder.FullName));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        var table = new Table { Border = TableBorder.Markdown }.AddColumns("what", columns[0]["name"], columns[1]["name"]);
        foreach (var what in columns[0].Keys.Where(key => key != "name"))
        {
            table.AddRow(what, columns[0][what], columns[1].GetValueOrDefault(what, "–"));
        }

        AnsiConsole.Profile.Width = 200;
        AnsiConsole.Write(table);
    }

    static async Task<Dictionary<string, string>> MeasureAsync(Func<string, Task<RunningTarget>> start, string folder)
    {
        var target = await start(folder);
        try
        {
            var figures = new Dictionary<string, string> { ["name"] = target.Name };
            var load = new CommandLoad(await CommandKinds.PrepareAsync(target.Clients.Official, BulkImport.Communes[0]), BulkImport.Communes[0]);
            figures["acknowledged commands, 16 at once, just after the start"] = PerSecond(await load.ClosedLoopAsync(16, Measured), "commands");
            await load.ClosedLoopAsync(16, WarmUp);
            foreach (var atOnce in (int[])[16, 64])
            {
                figures[$"acknowledged commands to six services, {atOnce} at once"] = PerSecond(await load.ClosedLoopAsync(atOnce, Measured), "commands");
            }

            await target.CaughtUpAsync();
            var reached = 0.0;
            var lag = await new BookingLag(target).MeasureAsync(async () => reached = await load.OpenLoopAsync(CommandsPerSecond, Measured));
            figures[$"lag from saved to cells at {CommandsPerSecond} commands/s"] = string.Create(CultureInfo.InvariantCulture, $"{lag} ({reached:N0} commands/s reached)");
            figures["bulk import of placements, into cells while it goes on"] = PerSecond(await LiveAsync(target), "events");
            figures["backlog through the broker into cells"] = target.Cluster is null ? "–" : PerSecond(await BacklogAsync(target), "events");
            foreach (var (kind, killed) in Faults.Where(fault => target.Cluster is not null || fault.Killed is null))
            {
                figures[$"kill −9 of {kind}: ready and caught up after"] = await RecoveryAsync(target, load, killed);
            }

            return figures;
        }
        finally
        {
            target.Clients.Dispose();
            await target.Stop();
        }
    }

    static async Task<double> LiveAsync(RunningTarget target)
    {
        var clock = Stopwatch.StartNew();
        var before = await EventsAsync(target);
        await PlacementLoader.ImportAsync(target.Clients.Official, BulkImport.Rows(Backlog, 200_000), "live", _ => { }, CancellationToken.None);
        await target.CaughtUpAsync();
        return (await EventsAsync(target) - before) / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Reporting stands still while a backlog gathers in its queue.</summary>
    static async Task<double> BacklogAsync(RunningTarget target)
    {
        Environment.SetEnvironmentVariable(NoFeed, "01:00:00");
        await target.Kill(["reporting"]);
        Environment.SetEnvironmentVariable(NoFeed, null);
        await target.ReadyAsync();
        await target.CaughtUpAsync();
        var before = await EventsAsync(target);
        var reporting = target.Cluster!.Processes["reporting"].Id.ToString(CultureInfo.InvariantCulture);
        await SignalAsync("STOP", reporting);
        await PlacementLoader.ImportAsync(target.Clients.Official, BulkImport.Rows(Backlog, 300_000), "backlog", _ => { }, CancellationToken.None);
        var after = await EventsAsync(target);
        await SignalAsync("CONT", reporting);
        var clock = Stopwatch.StartNew();
        await target.CaughtUpAsync();
        var rate = (after - before) / clock.Elapsed.TotalSeconds;
        await target.Kill(["reporting"]);
        await target.ReadyAsync();
        return rate;
    }

    static async Task<string> RecoveryAsync(RunningTarget target, CommandLoad load, IReadOnlyList<string>? killed)
    {
        await load.ClosedLoopAsync(16, TimeSpan.FromSeconds(1));
        var clock = Stopwatch.StartNew();
        await target.Kill(killed);
        await target.ReadyAsync();
        await target.CaughtUpAsync();
        return string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:0.0} s");
    }

    static async Task<long> EventsAsync(RunningTarget target)
    {
        var head = await target.Clients.Feed.ReadAsync(new ReadRequest { Source = "employment", AfterSequence = long.MaxValue - 1, PageSize = 1 });
        return head.HeadSequence + head.Unnumbered;
    }

    static async Task SignalAsync(string signal, string process)
    {
        using var kill = Process.Start("/bin/kill", ["-" + signal, process]);
        await kill.WaitForExitAsync();
    }

    static string PerSecond(double rate, string unit) => string.Create(CultureInfo.InvariantCulture, $"{rate:N0} {unit}/s");
}
