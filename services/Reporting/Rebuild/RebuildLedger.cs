using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Persistence;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Rebuild;

/// <summary>
/// Books the ledger anew, compares it with the one in use, and replaces what differs. Comparing reads one state of the ledger and holds
/// nobody up; only where something must be replaced do writers wait. Readers never do.
/// </summary>
/// <param name="booking">Books.</param>
/// <param name="sums">Makes cells and presences of facts.</param>
/// <param name="areas">The units of this instance.</param>
/// <param name="gate">The write gate of the ledger in use.</param>
/// <param name="time">Clock.</param>
sealed class RebuildLedger(RebuildBooking booking, RebuildSums sums, ImportedAreas areas, WriteGate<ReportingDb> gate, TimeProvider time)
{
    // So few are booked in a blink: what comes meanwhile is fewer still.
    const long Few = 2_000;

    /// <summary>Does it.</summary>
    /// <param name="file">File of the ledger in use.</param>
    /// <param name="rebuiltFile">File of the rebuilt one.</param>
    /// <param name="run">Told how far it is; its end is the caller's to say.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RunAsync(string file, string rebuiltFile, RebuildRun run, CancellationToken cancellationToken)
    {
        await using var rebuilt = await RebuildDatabase.OpenAsync(rebuiltFile, run.Mark, cancellationToken);
        await using var live = await LiveLedger.OpenAsync(file, rebuiltFile, cancellationToken);
        // The ledger in use goes on meanwhile, so each round begins where the one before found it.
        while (await CatchUpAsync(live, rebuilt, run, cancellationToken, factsAlone: true) > Few)
        {
        }

        await sums.MakeAsync(rebuilt, cancellationToken);
        run.Summed();
        while (await CatchUpAsync(live, rebuilt, run, cancellationToken) > Few)
        {
        }

        await live.BeginReadAsync(cancellationToken);
        await CatchUpAsync(live, rebuilt, run, cancellationToken);
        await booking.ReplayAsync(rebuilt, cancellationToken);
        run.Enter(Wire.RebuildState.Comparing);
        var found = await live.CompareAsync(rebuilt, cancellationToken);
        run.Compared(found);
        await live.EndReadAsync(cancellationToken);
        if (found.All(table => table.LiveRows == table.RebuiltRows && table.LiveChecksum == table.RebuiltChecksum))
        {
            return;
        }

        run.Enter(Wire.RebuildState.Replacing);
        // Where the ledger stands must not change until the transaction is over, so the last events, a handful, are read inside the gate. A
        // feed is read without a gate, so nobody waits in a circle.
        using (await gate.EnterAsync(cancellationToken))
        {
            await CatchUpAsync(live, rebuilt, run, cancellationToken);
            await booking.ReplayAsync(rebuilt, cancellationToken);
            List<Wire.RebuildTable> replaced = [.. found.Select(table => table.Clone())];
            await live.ReplaceAsync(replaced, AuditOf(run), cancellationToken);
            run.Compared(replaced);
        }
    }

    async Task<long> CatchUpAsync(LiveLedger live, RebuildDatabase rebuilt, RebuildRun run, CancellationToken cancellationToken, bool factsAlone = false)
    {
        // Another instance may have imported units that the ledger in use was booked with.
        await areas.RefreshAsync(live.Db, cancellationToken);
        return await booking.CatchUpAsync(rebuilt, await RebuildBooking.PositionsAsync(live.Db, cancellationToken), run, factsAlone, cancellationToken);
    }

    AuditRow AuditOf(RebuildRun run) => new()
    {
        Id = TimeOrderedId.Next(time),
        At = time.GetUtcNow(),
        Actor = run.Mark.StartedBy,
        Method = "/ansinh.reporting.v1.RebuildService/StartRebuild",
        Target = RebuildRun.NameOf(run.Mark.Id),
        Outcome = "ok",
        Peer = "",
        TraceParent = "",
    };
}
