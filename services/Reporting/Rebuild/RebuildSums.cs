using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Ledger.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AnSinh.Reporting.Rebuild;

/// <summary>
/// Makes the cells and presences of a rebuilt ledger of all its facts, once they are there. Facts come in the order of time, so that what a
/// stretch of them changes lies side by side in the tables; run by run, source after source, each page of them was written many times.
/// </summary>
/// <param name="store">The ledger's statements.</param>
/// <param name="options">How much is done at once.</param>
sealed class RebuildSums(ILedgerStore store, IOptions<RebuildOptions> options)
{
    const string Nothing = "DELETE FROM cell; DELETE FROM presence; DELETE FROM ledger_month";

    /// <summary>Does it, from nothing: whatever an interrupted attempt left behind is made again.</summary>
    public async Task MakeAsync(RebuildDatabase rebuilt, CancellationToken cancellationToken)
    {
        await rebuilt.RunAsync(db => db.Database.ExecuteSqlRawAsync(Nothing, cancellationToken), cancellationToken);
        await using var beside = await rebuilt.OpenBesideAsync(cancellationToken);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var facts = new SqliteFactScan(beside);
        // One stretch is read and sorted while the one before is written.
        Task<LedgerDeltas> NextAsync() => Task.Run(() => facts.Read(options.Value.FactsAtOnce, ending.Token), CancellationToken.None);
        var reading = NextAsync();
        try
        {
            while (await reading is { Facts: > 0 } deltas)
            {
                reading = NextAsync();
                await rebuilt.RunAsync(db => store.AddAsync(db, deltas, cancellationToken), cancellationToken);
            }
        }
        finally
        {
            await ending.CancelAsync();
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
