using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger.Sqlite;

/// <summary>The ledger's statements for SQLite: prepared once a run, stepped row by row in key order.</summary>
public sealed class SqliteLedgerStore : ILedgerStore
{
    const string InsertFact = """
        INSERT INTO fact (event_id, ordinal, measure, day, area_code, dims, person, quantity, amount_vnd, sign, recorded_at, source, sequence, subject, reverses_event_id)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT DO NOTHING
        """;

    const string AddToCell = """
        INSERT INTO cell (measure, area_code, day, dims, "count", quantity, amount_vnd) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT DO UPDATE SET "count" = "count" + excluded."count", quantity = quantity + excluded.quantity, amount_vnd = amount_vnd + excluded.amount_vnd
        """;

    const string AddToPresence = """
        INSERT INTO presence (measure, area_code, day, dims, person, "count") VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT DO UPDATE SET "count" = "count" + excluded."count"
        """;

    const string RemoveAbsence =
        "DELETE FROM presence WHERE measure = ?1 AND area_code = ?2 AND day = ?3 AND dims = ?4 AND person = ?5 AND \"count\" = 0";

    const string ChangeMonth = "INSERT INTO ledger_month (measure, month, version) VALUES (?1, ?2, 1) ON CONFLICT DO UPDATE SET version = version + 1";

    /// <inheritdoc/>
    public LedgerDialect Dialect { get; } = new(
        "SELECT value ->> 0 AS area_code, value ->> 1 AS first_day, value ->> 2 AS last_day FROM json_each({0})",
        "SELECT value AS item FROM json_each({0})",
        "LIMIT {0}");

    /// <inheritdoc/>
    public Task<bool[]> InsertAsync(ReportingDb db, IReadOnlyList<FactRow> facts, CancellationToken cancellationToken)
    {
        using var insert = new SqliteRaw(Connection(db), InsertFact);
        var isNew = new bool[facts.Count];
        for (var i = 0; i < isNew.Length; i++)
        {
            var fact = facts[i];
            insert.Bind(1, fact.EventId);
            insert.Bind(2, fact.Ordinal);
            insert.Bind(3, fact.Measure);
            insert.Bind(4, StoredFormats.ToNumber(fact.Day));
            insert.Bind(5, fact.AreaCode);
            insert.Bind(6, fact.Dims);
            insert.Bind(7, fact.Person);
            insert.Bind(8, fact.Quantity);
            insert.Bind(9, fact.AmountVnd);
            insert.Bind(10, fact.Sign);
            insert.Bind(11, fact.RecordedAt.UtcTicks);
            insert.Bind(12, fact.Source);
            insert.Bind(13, fact.Sequence);
            insert.Bind(14, fact.Subject);
            insert.Bind(15, fact.ReversesEventId);
            isNew[i] = insert.Run() == 1;
        }

        return Task.FromResult(isNew);
    }

    /// <inheritdoc/>
    public Task AddAsync(ReportingDb db, LedgerDeltas deltas, CancellationToken cancellationToken)
    {
        var connection = Connection(db);
        AddSets(connection, deltas.Sets);
        using (var add = new SqliteRaw(connection, AddToCell))
        {
            foreach (var (key, delta) in deltas.Cells)
            {
                Bind(add, key);
                add.Bind(5, delta.Count);
                add.Bind(6, delta.Quantity);
                add.Bind(7, delta.AmountVnd);
                add.Run();
            }
        }

        using (var change = new SqliteRaw(connection, ChangeMonth))
        {
            foreach (var (measure, month) in deltas.Months)
            {
                change.Bind(1, measure);
                change.Bind(2, month);
                change.Run();
            }
        }

        using var present = new SqliteRaw(connection, AddToPresence);
        using var absent = new SqliteRaw(connection, RemoveAbsence);
        foreach (var (key, delta) in deltas.Presences)
        {
            Bind(present, key.Cell);
            present.Bind(5, key.Person);
            present.Bind(6, delta);
            present.Run();
            if (delta < 0)
            {
                Bind(absent, key.Cell);
                absent.Bind(5, key.Person);
                absent.Run();
            }
        }

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

    static void AddSets(SqliteConnection connection, IReadOnlyCollection<DimensionSet> sets)
    {
        using var find = new SqliteRaw(connection, "SELECT text FROM dimension_set WHERE \"key\" = ?1");
        using var insert = new SqliteRaw(connection, "INSERT INTO dimension_set (\"key\", text) VALUES (?1, ?2)");
        foreach (var set in sets)
        {
            find.Bind(1, set.Key);
            if (find.Step())
            {
                var known = find.Text(0);
                find.Reset();
                DimensionSets.RequireSame(set, known);
                continue;
            }

            insert.Bind(1, set.Key);
            insert.Bind(2, set.Text);
            insert.Run();
        }
    }

    static void Bind(SqliteRaw statement, CellKey key)
    {
        statement.Bind(1, key.Measure);
        statement.Bind(2, key.AreaCode);
        statement.Bind(3, StoredFormats.ToNumber(key.Day));
        statement.Bind(4, key.Dims);
    }

    static SqliteConnection Connection(ReportingDb db) => (SqliteConnection)db.Database.GetDbConnection();
}
