using System.Globalization;
using AnSinh.Platform.Tests.Processes;
using Grpc.Core;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>SIGTERM under load, as an orchestrator sends it: the process ends by itself in time, and callers hear nothing but UNAVAILABLE.</summary>
[Collection(nameof(OneCluster))]
public sealed class TerminateTests(FaultCluster cluster, ITestOutputHelper output)
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(25);

    readonly FaultRound round = new(cluster, output);

    [Fact]
    public async Task EveryService_ToldToStopUnderLoad_EndsInGoodOrder()
    {
        using var ends = new TemporaryData();
        foreach (var service in cluster.Services)
        {
            await cluster.StartWitnessedAsync(service, Path.Combine(ends.Path, service));
        }

        try
        {
            var journal = await round.RunAsync("SIGTERM of each service, one after another", 100, load => TerminateAsync(load, ends.Path), Longest);
            journal.Failures.Keys.Except([StatusCode.Unavailable]).ShouldBeEmpty();
        }
        finally
        {
            // Whatever went wrong: the tests that follow kill processes, and not shells around them.
            foreach (var service in cluster.Services.Where(service => !File.Exists(Path.Combine(ends.Path, service))))
            {
                cluster.Signal(service, Signals.Terminate);
                await cluster.GoneAsync([service]);
            }
        }

        await new Proof(cluster).EveryFigureEqualsTheRecountAsync();
    }

    async Task TerminateAsync(Load load, string ends)
    {
        foreach (var service in cluster.Services)
        {
            await load.AnsweredAsync(load.Journal.Acknowledged + 20);
            var began = TimeProvider.System.GetTimestamp();
            cluster.Signal(service, Signals.Terminate);
            await cluster.GoneAsync([service]);
            var took = TimeProvider.System.GetElapsedTime(began);
            var code = (await File.ReadAllTextAsync(Path.Combine(ends, service))).Trim();
            await cluster.StartAgainAsync([service]);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{service} ended in {took.TotalSeconds:0.0} s with {code}"));
            code.ShouldBe("0", service);
            took.ShouldBeLessThan(LongestStop, service);
        }
    }
}
