using AnSinh.Platform.Tests.Processes;
using Xunit;
using Xunit.Abstractions;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>The clock of one service jumps an hour ahead and back, by libfaketime between the process and the system.</summary>
[Collection(nameof(OneCluster))]
public sealed class ClockFaultTests(FaultCluster cluster, ITestOutputHelper output)
{
    const string Service = "employment";
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    readonly FaultRound round = new(cluster, output);

    [FakeClockFact]
    public async Task Clock_JumpingAnHourAheadAndBack_LosesNothing()
    {
        using var folder = new TemporaryData();
        var clock = Path.Combine(folder.Path, "clock");
        Set(clock, "+0");
        try
        {
            await round.RunAsync("restart with a clock that can jump", 10, _ => RestartAsync(new()
            {
                ["LD_PRELOAD"] = FakeClockFactAttribute.Library,
                ["FAKETIME_TIMESTAMP_FILE"] = clock,

                // Reading the file at every look at the clock costs more than everything else that the process does.
                ["FAKETIME_CACHE_DURATION"] = "1",

                // One name or the other, by the library's version; timers must not jump.
                ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
                ["DONT_FAKE_MONOTONIC"] = "1",
            }), Longest);
            await round.RunAsync("clock an hour ahead", 30, load => JumpAsync(load, clock, "+3600"), Longest);
            await round.RunAsync("clock back again", 30, load => JumpAsync(load, clock, "+0"), Longest);
        }
        catch (Exception)
        {
            // The tests that follow want a true clock.
            await RestartAsync([]);
            throw;
        }

        await round.RunAsync("restart on the true clock", 10, _ => RestartAsync([]), Longest);
        await new Proof(cluster).EveryFigureEqualsTheRecountAsync();
    }

    static async Task JumpAsync(Load load, string clock, string offset)
    {
        Set(clock, offset);
        await load.AnsweredAsync(load.Journal.Acknowledged + 200);
    }

    // In one step, so that no reader finds half a file.
    static void Set(string clock, string offset)
    {
        File.WriteAllText(clock + ".new", offset + "\n");
        File.Move(clock + ".new", clock, overwrite: true);
    }

    async Task RestartAsync(Dictionary<string, string> environment)
    {
        foreach (var (name, value) in environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        try
        {
            await cluster.KillAsync([Service]);
        }
        finally
        {
            foreach (var name in environment.Keys)
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }
}

/// <summary>A test that needs Debian's package faketime.</summary>
sealed class FakeClockFactAttribute : FactAttribute
{
    /// <summary>The library, for programs with threads.</summary>
    public static readonly string Library = Directory.Exists("/usr/lib")
        ? Directory.EnumerateFiles("/usr/lib", "libfaketimeMT.so.1", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 3 }).FirstOrDefault() ?? ""
        : "";

    public FakeClockFactAttribute() => Skip = Library.Length > 0 ? null : "libfaketimeMT.so.1 is missing; install Debian's package faketime.";
}
