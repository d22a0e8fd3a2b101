using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Events;

/// <summary>
/// The relay on SQL Server: several instances compete for the lease; rows of transactions that are still open are passed over and
/// numbered in the next round, so that no sequence number is ever skipped by a late commit.
/// </summary>
public sealed class SqlServerRelayStore : IRelayStore
{
    /// <inheritdoc/>
    public bool Leases => true;

    /// <inheritdoc/>
    public async Task<bool> TryLeaseAsync(ServiceDb db, string holder, TimeSpan duration, CancellationToken cancellationToken)
    {
        // The instant is kept as UTC ticks; the database's clock decides, so instances with different clocks agree. A lease far in the future
        // was given before that clock was set back: it holds no longer than any other.
        var ticks = duration.Ticks;
        return await db.Database.ExecuteSqlAsync(
            $"""
            DECLARE @now bigint = DATEDIFF_BIG(MICROSECOND, '0001-01-01', SYSUTCDATETIME()) * 10;
            UPDATE relay_state SET lease_holder = {holder}, lease_until = @now + {ticks}
            WHERE id = 1 AND (lease_holder = {holder} OR lease_holder = '' OR lease_until < @now OR lease_until > @now + 2 * {ticks})
            """,
            cancellationToken) == 1;
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(ServiceDb db, string holder, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"UPDATE relay_state SET lease_holder = '' WHERE id = 1 AND lease_holder = {holder}", cancellationToken);

    /// <inheritdoc/>
    public async Task<int> NumberAsync(ServiceDb db, long lastSequence, int limit, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<int>(
            $"""
            SET NOCOUNT ON;
            SELECT TOP (0) * INTO #taken FROM outbox;
            WITH oldest AS (
                SELECT TOP ({limit}) * FROM outbox WITH (READPAST, ROWLOCK, UPDLOCK, READCOMMITTEDLOCK) ORDER BY event_id)
            DELETE FROM oldest OUTPUT deleted.* INTO #taken;
            INSERT INTO event_log (sequence, event_id, type, subject, occurred_on, recorded_at, area_code, schema_version, actor, trace_parent, data)
            SELECT {lastSequence} + ROW_NUMBER() OVER (ORDER BY event_id),
                   event_id, type, subject, occurred_on, recorded_at, area_code, schema_version, actor, trace_parent, data
            FROM #taken;
            DECLARE @moved int = @@ROWCOUNT;
            DROP TABLE #taken;
            SELECT @moved AS Value;
            """).ToListAsync(cancellationToken)).Single();
}
