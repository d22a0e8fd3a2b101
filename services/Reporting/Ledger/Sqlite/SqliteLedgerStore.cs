using AnSinh.Reporting.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger.Sqlite;

/// <summary>The ledger's statements for SQLite: prepared once, stepped row by row in key order.</summary>
public sealed class SqliteLedgerStore : ILedgerStore
{
    /// <inheritdoc/>
    public LedgerDialect Dialect { get; } = new(
        "SELECT value ->> 0 AS area_code, value ->> 1 AS first_day, value ->> 2 AS last_day FROM json_each({0})",
        "SELECT value AS item FROM json_each({0})",
        "LIMIT {0}");

    /// <inheritdoc/>
    public Task<bool[]> InsertAsync(ReportingDb db, IReadOnlyList<FactRow> facts, CancellationToken cancellationToken) =>
        Task.FromResult(SqliteLedgerWrites.Insert(Connection(db), facts));

    /// <inheritdoc/>
    public Task AddAsync(ReportingDb db, LedgerDeltas deltas, CancellationToken cancellationToken)
    {
        SqliteLedgerWrites.Add(Connection(db), deltas, cancellationToken);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<LedgerReading> BeginReadAsync(ReportingDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        return new LedgerReading(db, Connection(db).BeginTransaction(deferred: true));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, CellSum>> SumCellsAsync(
        LedgerReading reading, int measure, IReadOnlyList<AreaWindow> windows, CancellationToken cancellationToken) =>
        Task.FromResult(SqliteLedgerScan.SumCells((SqliteConnection)reading.Connection, measure, windows, cancellationToken));

    /// <inheritdoc/>
    public Task ScanCellsAsync(
        LedgerReading reading, int measure, IReadOnlyList<AreaWindow> windows, Action<long, int, CellSum> visit, CancellationToken cancellationToken)
    {
        SqliteLedgerScan.ScanCells((SqliteConnection)reading.Connection, measure, windows, visit, cancellationToken);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ScanPresencesAsync(LedgerReading reading, PresenceRange range, Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        SqliteLedgerScan.ScanPresences((SqliteConnection)reading.Connection, range, visit, cancellationToken);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ScanLaterAsync(
        LedgerReading reading, int measure, DateOnly from, DateOnly to, long after, Action<FactSeen> visit, CancellationToken cancellationToken)
    {
        SqliteLedgerScan.ScanLater((SqliteConnection)reading.Connection, measure, from, to, after, visit, cancellationToken);
        return Task.CompletedTask;
    }

    static SqliteConnection Connection(ReportingDb db) => (SqliteConnection)db.Database.GetDbConnection();
}
