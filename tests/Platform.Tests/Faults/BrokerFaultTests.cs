using AnSinh.AllInOne.Cluster;
using AnSinh.Platform.Tests.Processes;
using Xunit;
using Xunit.Abstractions;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>The broker away: commands, feeds and figures do without it, and nobody has to do anything when it is back.</summary>
[Collection(nameof(OneCluster))]
public sealed class BrokerFaultTests(FaultCluster cluster, ITestOutputHelper output)
{
    const string Broker = LocalCluster.Broker;
    const int Seed = 20_200_701;

    // With the forty of KillTests fifty.
    const int LeastKills = 10;

    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    static readonly TimeSpan Outage = TimeSpan.FromMinutes(1);

    readonly FaultRound round = new(cluster, output);

    [Fact]
    public async Task Broker_StandingStillForAMinute_WhileServicesAreKilled_LosesNothing()
    {
        var random = new Random(Seed);
        var began = TimeProvider.System.GetTimestamp();
        cluster.Signal(Broker, Signals.Stop);
        try
        {
            for (var kill = 0; kill < LeastKills || TimeProvider.System.GetElapsedTime(began) < Outage; kill++)
            {
                IReadOnlyList<string> victim = [cluster.Services[random.Next(cluster.Services.Count)]];
                await round.RunAsync("kill one service, broker standing still", random.Next(1, 100), _ => cluster.KillAsync(victim), Longest, queues: false);
            }
        }
        finally
        {
            cluster.Signal(Broker, Signals.Continue);
        }

        await round.RunAsync("broker stood still for a minute", 1, _ => Task.CompletedTask, Longest);
        await new Proof(cluster).EveryFigureEqualsTheRecountAsync();
    }

    [Fact]
    public async Task Broker_StoppedInGoodOrderAndStartedAgain_LosesNothing()
    {
        await round.RunAsync("broker stopped and started", 30, StopAndStartAsync, Longest);
        await new Proof(cluster).EveryFigureEqualsTheRecountAsync();
    }

    async Task StopAndStartAsync(Load load)
    {
        cluster.Signal(Broker, Signals.Terminate);
        await cluster.GoneAsync([Broker]);
        await load.AnsweredAsync(load.Journal.Acknowledged + 200);
        await cluster.StartAgainAsync([Broker]);
    }
}
