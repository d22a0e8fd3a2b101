using System.Diagnostics;
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

    [Theory]
    [InlineData("employment")]
    [InlineData("training")]
    [InlineData("merit")]
    [InlineData("protection")]
    [InlineData("child")]
    [InlineData("reporting")]
    public async Task Service_ToldToStopUnderLoad_EndsInGoodOrder(string service)
    {
        var journal = await round.RunAsync("SIGTERM of a service", 40, _ => TerminateAsync(service), Longest);

        journal.Failures.Keys.Except([StatusCode.Unavailable]).ShouldBeEmpty();
    }

    async Task TerminateAsync(string service)
    {
        using var process = Process.GetProcessById(cluster.File.Processes[service].Id);
        var began = TimeProvider.System.GetTimestamp();
        cluster.Signal(service, Signals.Terminate);
        await process.WaitForExitAsync();
        await cluster.GoneAsync([service]);
        var took = TimeProvider.System.GetElapsedTime(began);
        output.WriteLine($"{service} ended in {took.TotalSeconds:0.0} s with {process.ExitCode}");
        process.ExitCode.ShouldBe(0);
        took.ShouldBeLessThan(LongestStop);
        await cluster.StartAgainAsync([service]);
    }
}
