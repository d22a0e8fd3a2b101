using System.Globalization;
using AnSinh.AllInOne.Cluster;
using Xunit;
using Xunit.Abstractions;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>
/// kill −9 of services and broker, one or several, at random moments under load. <c>ANSINH_FAULT_SEED</c> and <c>ANSINH_FAULT_ROUNDS</c> make other
/// and longer runs.
/// </summary>
[Collection(nameof(OneCluster))]
public sealed class KillTests(FaultCluster cluster, ITestOutputHelper output)
{
    const int Seed = 20_200_630;
    const string Broker = LocalCluster.Broker;
    const string Reporting = "reporting";

    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Kill_AtRandomMomentsUnderLoad_LosesNothingAndDoublesNothing()
    {
        var seed = Setting("ANSINH_FAULT_SEED", Seed);
        var random = new Random(seed);
        var plan = Plan(random);
        var rounds = Setting("ANSINH_FAULT_ROUNDS", plan.Count);
        output.WriteLine($"seed {seed}, {rounds} rounds");
        var (proof, round) = (new Proof(cluster), new FaultRound(cluster, output));
        for (var number = 1; number <= rounds; number++)
        {
            var (kind, victims) = plan[(number - 1) % plan.Count];

            // Most kills come while readers are still on their way back from the kill before.
            await round.RunAsync(
                "kill " + kind, random.Next(1, 100), _ => cluster.KillAsync(victims), Longest, queues: number % 10 == 0 || number == rounds);
            if (number % 20 == 0 && number < rounds)
            {
                await proof.EveryFigureEqualsTheRecountAsync();
            }
        }

        await proof.EveryFigureEqualsTheRecountAsync();
        output.WriteLine(FaultCluster.Report.Table());
    }

    /// <summary>
    /// Forty rounds in an order that the seed decides; with the ten of <see cref="BrokerFaultTests"/> and the three of the all-in-one they are more
    /// than fifty kills over the suite. Many are of the broker: it is back in a second, a service that starts costs several of processor time.
    /// </summary>
    List<(string Kind, IReadOnlyList<string> Victims)> Plan(Random random)
    {
        var services = cluster.Services;
        var plan = services.SelectMany(service => Times(2, service, [service])).ToList();
        plan.AddRange(Times(21, "broker", [Broker]));
        plan.AddRange(Times(4, "broker and reporting", [Broker, Reporting]));
        plan.Add(("employment and reporting", ["employment", Reporting]));
        plan.Add(("three services", [.. services.OrderBy(_ => random.Next()).Take(3)]));
        plan.Add(("all six and the broker", [Broker, .. services]));
        return [.. plan.OrderBy(_ => random.Next())];
    }

    static IEnumerable<(string Kind, IReadOnlyList<string> Victims)> Times(int count, string kind, IReadOnlyList<string> victims) =>
        Enumerable.Repeat((kind, victims), count);

    static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
