using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Events;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Keeps this instance's units equal to those in the database, which another instance may have imported: whoever answers by units asks
/// first. An import counts as a change of the ledger, since figures are summed up by units.
/// </summary>
/// <param name="areas">The process's directory.</param>
/// <param name="source">Whether there may be other instances.</param>
public sealed class ImportedAreas(AreaDirectory areas, ServiceSource<ReportingDb> source)
{
    /// <summary>Name under which imports of units are counted among the states of the ledger; no source of events bears it.</summary>
    internal const string State = "areas";

    long seen = -1;

    /// <summary>Takes over what was imported since the last call; one small query when nothing was.</summary>
    public async Task RefreshAsync(ReportingDb db, CancellationToken cancellationToken)
    {
        if (!source.Shared)
        {
            return;
        }

        var imports = await db.LedgerStates.Where(row => row.Source == State).Select(row => row.Version).SingleOrDefaultAsync(cancellationToken);
        if (imports != Interlocked.Read(ref seen))
        {
            // What is loaded is at least as new as the number, so a number that is noted late only makes somebody load once more.
            await AreaReplicaStore.LoadAsync(db, areas, cancellationToken);
            Interlocked.Exchange(ref seen, imports);
        }
    }
}
