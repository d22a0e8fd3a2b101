using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Events;

/// <summary>
/// The relay on SQLite. Without sharing there is no lease: the database's lock file lets one process only open it, and a process that was
/// killed must not make its successor wait. Processes that share the file compete for the lease as on a server.
/// </summary>
/// <param name="shared">Whether other processes work on the file too.</param>
public sealed class SqliteRelayStore(bool shared) : IRelayStore
{
    /// <inheritdoc/>
    public bool Leases => shared;

    /// <inheritdoc/>
    public async Task<bool> TryLeaseAsync(ServiceDb db, string holder, TimeSpan duration, CancellationToken cancellationToken)
    {
        // Instants are kept as ticks since the year 1, and SQLite counts seconds since 1970. A lease far in the future was given before the
        // machine's clock was set back: it holds no longer than any other.
        var ticks = duration.Ticks;
        return await db.Database.ExecuteSqlAsync(
            $"""
            WITH clock AS (SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER) * 10000 + 621355968000000000 AS now)
            UPDATE relay_state SET lease_holder = {holder}, lease_until = (SELECT now FROM clock) + {ticks}
            WHERE id = 1 AND (lease_holder = {holder} OR lease_holder = ''
                OR lease_until < (SELECT now FROM clock) OR lease_until > (SELECT now FROM clock) + 2 * {ticks})
            """,
            cancellationToken) == 1;
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(ServiceDb db, string holder, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"UPDATE relay_state SET lease_holder = '' WHERE id = 1 AND lease_holder = {holder}", cancellationToken);

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
