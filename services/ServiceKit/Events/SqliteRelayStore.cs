using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Events;

/// <summary>
/// The relay on SQLite. The lease is free to take: the database's lock file lets one process only open it, and a process that was
/// killed must not make its successor wait.
/// </summary>
public sealed class SqliteRelayStore : IRelayStore
{
    /// <inheritdoc/>
    public Task<bool> TryLeaseAsync(ServiceDb db, string holder, TimeSpan duration, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <inheritdoc/>
    public Task ReleaseAsync(ServiceDb db, string holder, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<int> NumberAsync(ServiceDb db, long lastSequence, int limit, CancellationToken cancellationToken)
    {
        var moved = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO event_log (sequence, event_id, type, subject, occurred_on, recorded_at, area_code, schema_version, actor, trace_parent, data)
            SELECT {lastSequence} + ROW_NUMBER() OVER (ORDER BY event_id),
                   event_id, type, subject, occurred_on, recorded_at, area_code, schema_version, actor, trace_parent, data
            FROM outbox ORDER BY event_id LIMIT {limit}
            """,
            cancellationToken);
        if (moved > 0)
        {
            // The same rows as above: nobody else writes inside this transaction.
            await db.Database.ExecuteSqlAsync(
                $"DELETE FROM outbox WHERE event_id IN (SELECT event_id FROM outbox ORDER BY event_id LIMIT {limit})", cancellationToken);
        }

        return moved;
    }
}
