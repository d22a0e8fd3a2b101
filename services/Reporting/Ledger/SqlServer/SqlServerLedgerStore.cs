using System.Buffers.Binary;
using System.Data;
using System.Text.Json;
using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AnSinh.Reporting.Ledger.SqlServer;

/// <summary>
/// The ledger's statements for SQL Server: each list goes over as one JSON parameter into a temporary table, then what is there is
/// updated and what is missing inserted, under UPDLOCK and HOLDLOCK. No MERGE: its races are old news.
/// </summary>
public sealed class SqlServerLedgerStore : ILedgerStore
{
    /// <inheritdoc/>
    public LedgerDialect Dialect { get; } = new(
        "SELECT area_code, first_day, last_day FROM OPENJSON({0}) WITH (area_code varchar(5) '$[0]', first_day int '$[1]', last_day int '$[2]')",
        "SELECT item FROM OPENJSON({0}) WITH (item bigint '$')",
        "OFFSET 0 ROWS FETCH NEXT {0} ROWS ONLY");

    /// <inheritdoc/>
    public async Task<bool[]> InsertAsync(ReportingDb db, IReadOnlyList<FactRow> facts, CancellationToken cancellationToken)
    {
        await using var command = Command(db, SqlServerStatements.InsertFacts, SqlServerRows.Of(facts));
        var inserted = new HashSet<(Guid, int)>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            inserted.Add((Id(rows[0]), rows.GetInt32(1)));
        }

        // Of two equal keys in one list the first counts.
        return [.. facts.Select(fact => inserted.Remove((fact.EventId, fact.Ordinal)))];
    }

    /// <inheritdoc/>
    public async Task AddAsync(ReportingDb db, LedgerDeltas deltas, CancellationToken cancellationToken)
    {
        await AddSetsAsync(db, deltas.Sets, cancellationToken);
        await using var cells = Command(db, SqlServerStatements.AddToCells, SqlServerRows.Of(deltas.Cells));
        await cells.ExecuteNonQueryAsync(cancellationToken);
        await using var presences = Command(db, SqlServerStatements.AddToPresences, SqlServerRows.Of(deltas.Presences));
        await presences.ExecuteNonQueryAsync(cancellationToken);
        await using var months = Command(db, SqlServerStatements.ChangeMonths, JsonSerializer.Serialize(deltas.Months.Select(one => new[] { one.Measure, one.Month })));
        await months.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<LedgerReading> BeginReadAsync(ReportingDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var transaction = await db.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.Snapshot, cancellationToken);
        return new LedgerReading(db, transaction, SqlServerStatements.LeaveSnapshot);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<long, CellSum>> SumCellsAsync(
        LedgerReading reading, int measure, IReadOnlyList<AreaWindow> windows, CancellationToken cancellationToken)
    {
        await using var command = (SqlCommand)reading.Command(SqlServerStatements.SumCells);
        command.Parameters.Add("@measure", SqlDbType.Int).Value = measure;
        Add(command, "@windows", AreaWindows.ToJson(windows));
        var sums = new Dictionary<long, CellSum>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            sums[rows.GetInt64(0)] = new CellSum(rows.GetInt64(1), rows.GetInt64(2), rows.GetInt64(3));
        }

        return sums;
    }

    /// <inheritdoc/>
    public async Task ScanCellsAsync(
        LedgerReading reading, int measure, IReadOnlyList<AreaWindow> windows, Action<long, int, CellSum> visit, CancellationToken cancellationToken)
    {
        await using var command = (SqlCommand)reading.Command(SqlServerStatements.ScanCells);
        command.Parameters.Add("@measure", SqlDbType.Int).Value = measure;
        Add(command, "@windows", AreaWindows.ToJson(windows));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            visit(rows.GetInt64(0), rows.GetInt32(1), new CellSum(rows.GetInt64(2), rows.GetInt64(3), rows.GetInt64(4)));
        }
    }

    /// <inheritdoc/>
    public async Task ScanPresencesAsync(LedgerReading reading, PresenceRange range, Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        await using var command = (SqlCommand)reading.Command(range.Windows is null ? SqlServerStatements.ScanAllPresences : SqlServerStatements.ScanPresences);
        command.Parameters.Add("@measure", SqlDbType.Int).Value = range.Measure;
        if (range.Windows is { } windows)
        {
            Add(command, "@windows", AreaWindows.ToJson(windows));
        }
        else
        {
            Add(command, range.From, range.To);
        }

        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            visit(new PresenceSeen(rows.GetInt64(0), rows.GetInt32(1), Key(rows[2]), rows.GetInt64(3), AreaLetters.Of(rows.GetString(4))));
        }
    }

    /// <inheritdoc/>
    public async Task ScanLaterAsync(
        LedgerReading reading, int measure, DateOnly from, DateOnly to, long after, Action<FactSeen> visit, CancellationToken cancellationToken)
    {
        await using var command = (SqlCommand)reading.Command(SqlServerStatements.ScanLater);
        command.Parameters.Add("@measure", SqlDbType.Int).Value = measure;
        command.Parameters.Add("@after", SqlDbType.BigInt).Value = after;
        Add(command, from, to);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            visit(new FactSeen(
                rows.GetInt64(0),
                AreaLetters.Of(rows.GetString(1)),
                rows.GetInt32(2),
                rows.GetInt64(3),
                rows.IsDBNull(4) ? null : Key(rows[4]),
                rows.GetInt32(5),
                rows.GetInt64(6),
                rows.GetInt64(7)));
        }
    }

    static async Task AddSetsAsync(ReportingDb db, IReadOnlyCollection<DimensionSet> sets, CancellationToken cancellationToken)
    {
        if (sets.Count == 0)
        {
            return;
        }

        await using var command = Command(db, SqlServerStatements.AddSets, SqlServerRows.Of(sets));
        var known = new Dictionary<long, string>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            known[rows.GetInt64(0)] = rows.GetString(1);
        }

        foreach (var set in sets)
        {
            DimensionSets.RequireSame(set, known[set.Key]);
        }
    }

    static SqlCommand Command(ReportingDb db, string sql, string rows)
    {
        var command = (SqlCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        Add(command, "@rows", rows);
        return command;
    }

    static void Add(SqlCommand command, string name, string json) => command.Parameters.Add(name, SqlDbType.NVarChar, -1).Value = json;

    static void Add(SqlCommand command, DateOnly from, DateOnly to)
    {
        command.Parameters.Add("@from", SqlDbType.Int).Value = StoredFormats.ToNumber(from);
        command.Parameters.Add("@to", SqlDbType.Int).Value = StoredFormats.ToNumber(to);
    }

    static UInt128 Key(object bytes) => BinaryPrimitives.ReadUInt128BigEndian((byte[])bytes);

    static Guid Id(object bytes) => new((byte[])bytes, bigEndian: true);
}
