using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// For what can be done again: a consumer's position with its effect (the feed is read again), the relay's note of how far it has
/// published (the run is published again). On SQLite such a commit need not wait for the disk; after a loss of power it is gone whole.
/// The connection returns to full durability when it is opened again.
/// </summary>
static class RelaxedDurability
{
    /// <summary>Relaxes the open connection.</summary>
    public static async Task RelaxAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous = NORMAL", cancellationToken);
        }
    }
}
