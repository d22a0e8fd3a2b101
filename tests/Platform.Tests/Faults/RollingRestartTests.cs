using AnSinh.Platform.Tests.Recount;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>Two instances of every service, replaced one by one under load, as an upgrade does: callers hear nothing of it.</summary>
[Collection(nameof(WholeMachine))]
public sealed class RollingRestartTests(ITestOutputHelper output) : IAsyncLifetime
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    readonly FaultCluster cluster = new(instances: 2);

    public Task InitializeAsync() => cluster.InitializeAsync();

    public Task DisposeAsync() => cluster.DisposeAsync();

    [Fact]
    public async Task Instances_ReplacedOneByOneUnderLoad_LoseNothing()
    {
        var journal = await new FaultRound(cluster, output).RunAsync(
            "rolling restart of two instances", 60, _ => cluster.RollAsync("employment", "reporting"), Longest);

        journal.Failures.ShouldBeEmpty();
        await new Proof(cluster).EveryFigureEqualsTheRecountAsync();
    }
}
