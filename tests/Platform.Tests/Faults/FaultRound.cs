using Xunit.Abstractions;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>One fault under load, from the load's beginning to the proof that nothing was lost and nothing counts twice.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="output">Where to tell.</param>
sealed class FaultRound(FaultCluster cluster, ITestOutputHelper output)
{
    /// <summary>Runs a round.</summary>
    /// <param name="kind">What happens, for the report.</param>
    /// <param name="answersBefore">Answers of the load before it happens.</param>
    /// <param name="fault">Makes it happen, and ends it, unless it ends by itself.</param>
    /// <param name="longest">Longest recovery: from the end of <paramref name="fault"/> to six ready services and complete figures.</param>
    /// <param name="queues">Whether the queues are looked at too; they wait until the broker is there and read again, which takes the library its time.</param>
    /// <param name="failedMessages">Messages that the error queue of the ledger holds in the end.</param>
    public async Task<Journal> RunAsync(
        string kind, int answersBefore, Func<Load, Task> fault, TimeSpan longest, bool queues = true, uint failedMessages = 0)
    {
        var proof = new Proof(cluster);
        await cluster.WholeAsync();
        await using var load = new Load(new Journal(cluster.NextCommune()), cluster.Kinds);
        await load.AnsweredAsync(answersBefore);
        await fault(load);
        load.SlowDown();
        var began = TimeProvider.System.GetTimestamp();
        await cluster.ReadyAsync();
        await load.SettleAsync();
        await proof.CaughtUpAsync();
        var recovery = TimeProvider.System.GetElapsedTime(began);
        var found = await proof.OfAsync(load.Journal);
        var line = new FaultReport.Line(kind, load.Journal, found.Lost, found.Double, recovery);
        FaultCluster.Report.Add(line);
        output.WriteLine(line.ToString());
        found.ShouldBeClean(kind);
        if (queues)
        {
            await proof.QueuesAsync(failedMessages);
        }

        if (recovery > longest)
        {
            throw new TimeoutException($"{kind}: recovered in {recovery.TotalSeconds:0.0} s; allowed are {longest.TotalSeconds:0} s.");
        }

        return load.Journal;
    }
}
