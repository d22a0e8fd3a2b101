using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Subscriptions;

/// <summary>
/// What is booked from a feed can be booked again, so on SQLite its commits need not wait for the disk: after a loss of power the
/// position and its effect are gone together and the feed is read again. The connection returns to full durability when reopened.
/// </summary>
static class ProjectionDurability
{
    public static async Task RelaxAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous = NORMAL", cancellationToken);
        }
    }
}
