using AnSinh.Reporting.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger.Sqlite;

/// <summary>The ledger's statements for SQLite: prepared once, stepped row by row in key order.</summary>
public sealed class SqliteLedgerStore : ILedgerStore
{
    static readonly Dictionary<UInt128, UInt128> nobody = [];

    readonly SqliteAliases aliases = new();

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
    public Task<IReadOnlyList<long[]>> CountPeopleAsync(
        LedgerReading reading, IReadOnlyList<int> measures, IReadOnlyList<AreaWindow> windows, IReadOnlyList<PeopleGrouping> groupings, CancellationToken cancellationToken) =>
        Task.FromResult(SqliteLedgerScan.CountPeople(
            (SqliteConnection)reading.Connection, measures, windows, groupings, aliases.Current((SqliteConnection)reading.Connection), cancellationToken));

    /// <inheritdoc/>
    public Task ScanPresencesAsync(LedgerReading reading, PresenceRange range, Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)reading.Connection;
        SqliteLedgerScan.ScanPresences(connection, range, range.AsTold ? nobody : aliases.Current(connection), visit, cancellationToken);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, CellSum>> SumLaterAsync(
        LedgerReading reading, int measure, IReadOnlyList<AreaWindow> windows, DateTimeOffset asOf, CancellationToken cancellationToken) =>
        Task.FromResult(SqliteLaterScan.Sum((SqliteConnection)reading.Connection, measure, windows, asOf, cancellationToken));

    /// <inheritdoc/>
    public Task ScanLaterAsync(
        LedgerReading reading, PresenceRange range, DateTimeOffset asOf, Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        SqliteLaterScan.ScanFacts((SqliteConnection)reading.Connection, range, asOf, visit, cancellationToken);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ScanPresencesAsync(
        LedgerReading reading, PresenceRange range, DateTimeOffset asOf, Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        SqliteLaterScan.ScanPresences((SqliteConnection)reading.Connection, range, asOf, visit, cancellationToken);
        return Task.CompletedTask;
    }

    static SqliteConnection Connection(ReportingDb db) => (SqliteConnection)db.Database.GetDbConnection();
}
