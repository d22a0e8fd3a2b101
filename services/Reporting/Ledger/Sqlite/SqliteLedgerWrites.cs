using AnSinh.ServiceKit.Persistence;
using Microsoft.Data.Sqlite;

namespace AnSinh.Reporting.Ledger.Sqlite;

/// <summary>Writes facts and deltas; each statement is prepared once a run.</summary>
static class SqliteLedgerWrites
{
    const int RowsBetweenLooks = 4096;

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

    /// <summary>Inserts the facts whose key is not there yet.</summary>
    /// <returns>For each fact, whether it is new.</returns>
    public static bool[] Insert(SqliteConnection connection, IReadOnlyList<FactRow> facts)
    {
        using var insert = new SqliteRaw(connection, InsertFact);
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

        return isNew;
    }

    /// <summary>Adds deltas to cells and presences, the combinations that are new, and one to the version of each month touched.</summary>
    public static void Add(SqliteConnection connection, LedgerDeltas deltas, CancellationToken cancellationToken)
    {
        AddSets(connection, deltas.Sets);
        AddCells(connection, deltas, cancellationToken);
        AddPresences(connection, deltas, cancellationToken);
        using var change = new SqliteRaw(connection, ChangeMonth);
        foreach (var (measure, month) in deltas.Months)
        {
            change.Bind(1, measure);
            change.Bind(2, month);
            change.Run();
        }
    }

    static void AddCells(SqliteConnection connection, LedgerDeltas deltas, CancellationToken cancellationToken)
    {
        using var add = new SqliteRaw(connection, AddToCell);
        var row = 0;
        foreach (var (key, delta) in deltas.Cells)
        {
            Look(row++, cancellationToken);
            Bind(add, key);
            add.Bind(5, delta.Count);
            add.Bind(6, delta.Quantity);
            add.Bind(7, delta.AmountVnd);
            add.Run();
        }
    }

    static void AddPresences(SqliteConnection connection, LedgerDeltas deltas, CancellationToken cancellationToken)
    {
        using var present = new SqliteRaw(connection, AddToPresence);
        using var absent = new SqliteRaw(connection, RemoveAbsence);
        var row = 0;
        foreach (var (key, delta) in deltas.Presences)
        {
            Look(row++, cancellationToken);
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
    }

    static void Bind(SqliteRaw statement, CellKey key)
    {
        statement.Bind(1, key.Measure);
        statement.BindArea(2, key.Area);
        statement.Bind(3, key.Day);
        statement.Bind(4, key.Dims);
    }

    static void Look(int row, CancellationToken cancellationToken)
    {
        if (row % RowsBetweenLooks == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
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
}
