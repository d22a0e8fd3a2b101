using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// For the few transactions that must run one after another over all instances of a service although they touch different rows: joining
/// person keys, importing areas, filling a table at start. On an embedded database every transaction does.
/// </summary>
public static class DatabaseTurn
{
    /// <summary>
    /// Waits until no other transaction of this kind is open, and keeps the turn to the end of the current one. What is read afterwards
    /// includes what those before have committed.
    /// </summary>
    /// <param name="db">Database with an open transaction.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task TakeAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            // A row that is always there, locked by writing what it holds; the relay writes it too, shortly.
            await db.Set<RelayStateRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSequence, row => row.LastSequence), cancellationToken);
        }
    }
}
