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
        return await SumAsync(command, measure, windows, cancellationToken);
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
    public async Task<IReadOnlyDictionary<long, CellSum>> SumLaterAsync(
        LedgerReading reading, int measure, IReadOnlyList<AreaWindow> windows, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        await using var command = (SqlCommand)reading.Command(SqlServerStatements.SumLater);
        command.Parameters.Add("@as_of", SqlDbType.BigInt).Value = asOf.UtcTicks;
        return await SumAsync(command, measure, windows, cancellationToken);
    }

    static async Task<IReadOnlyDictionary<long, CellSum>> SumAsync(
        SqlCommand command, int measure, IReadOnlyList<AreaWindow> windows, CancellationToken cancellationToken)
    {
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
    public async Task<IReadOnlyList<long[]>> CountPeopleAsync(
        LedgerReading reading, IReadOnlyList<int> measures, IReadOnlyList<AreaWindow> windows, IReadOnlyList<PeopleGrouping> groupings, CancellationToken cancellationToken)
    {
        var answers = new List<long[]>(groupings.Count);
        foreach (var grouping in groupings)
        {
            await using var command = (SqlCommand)reading.Command(grouping.MemberOf is null ? SqlServerStatements.CountAllPeople : SqlServerStatements.CountPeople);
            Add(command, "@measures", JsonSerializer.Serialize(measures));
            Add(command, "@windows", AreaWindows.ToJson(windows));
            if (grouping.MemberOf is { } members)
            {
                Add(command, "@members", JsonSerializer.Serialize(members.Select(pair => new[] { pair.Key, pair.Value })));
            }

            var counts = new long[grouping.Members];
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                counts[rows.GetInt32(0)] = rows.GetInt64(1);
            }

            answers.Add(counts);
        }

        return answers;
    }

    /// <inheritdoc/>
    public async Task ScanPresencesAsync(LedgerReading reading, PresenceRange range, Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        var sql = range.Windows is null
            ? range.AsTold ? SqlServerStatements.ScanAllPresencesAsTold : SqlServerStatements.ScanAllPresences
            : range.AsTold ? SqlServerStatements.ScanPresencesAsTold : SqlServerStatements.ScanPresences;
        await using var command = (SqlCommand)reading.Command(sql);
        await ScanAsync(command, range, visit, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ScanLaterAsync(
        LedgerReading reading, PresenceRange range, DateTimeOffset asOf, Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        await using var command = (SqlCommand)reading.Command(range.Windows is null ? SqlServerStatements.ScanAllLater : SqlServerStatements.ScanLater);
        command.Parameters.Add("@as_of", SqlDbType.BigInt).Value = asOf.UtcTicks;
        await ScanAsync(command, range, visit, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ScanPresencesAsync(
        LedgerReading reading, PresenceRange range, DateTimeOffset asOf, Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        await using var command = (SqlCommand)reading.Command(range.Windows is null ? SqlServerStatements.ScanAllPresencesThen : SqlServerStatements.ScanPresencesThen);
        command.Parameters.Add("@as_of", SqlDbType.BigInt).Value = asOf.UtcTicks;
        await ScanAsync(command, range, visit, cancellationToken);
    }

    static async Task ScanAsync(SqlCommand command, PresenceRange range, Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        command.Parameters.Add("@measure", SqlDbType.Int).Value = range.Measure;
        if (range.Windows is { } windows)
        {
            Add(command, "@windows", AreaWindows.ToJson(windows));
        }
        else
        {
            command.Parameters.Add("@from", SqlDbType.Int).Value = StoredFormats.ToNumber(range.From);
            command.Parameters.Add("@to", SqlDbType.Int).Value = StoredFormats.ToNumber(range.To);
        }

        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            visit(new PresenceSeen(
                rows.GetInt64(0), rows.GetInt32(1), BinaryPrimitives.ReadUInt128BigEndian((byte[])rows[2]), rows.GetInt64(3)));
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

    static Guid Id(object bytes) => new((byte[])bytes, bigEndian: true);
}
