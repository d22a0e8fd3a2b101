using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Rebuild;

/// <summary>The ledger in use, on a connection of the rebuild's own, with the rebuilt one beside it under the name <c>rebuilt</c>.</summary>
sealed class LiveLedger : IAsyncDisposable
{
    const string Settings = "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA busy_timeout = 30000; PRAGMA cache_size = -64000;";

    readonly SqliteConnection connection;
    readonly IReadOnlyList<ProjectedTable> tables;

    LiveLedger(string file)
    {
        connection = new SqliteConnection(RebuildDatabase.ConnectionString(file));
        Db = new ReportingSqliteDb(new DbContextOptionsBuilder<ReportingSqliteDb>().UseSqlite(connection).Options);
        tables = ProjectedTable.Of(Db);
    }

    /// <summary>Its context.</summary>
    public ReportingDb Db { get; }

    /// <summary>Opens both.</summary>
    /// <param name="file">File of the ledger in use.</param>
    /// <param name="rebuilt">File of the rebuilt one.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<LiveLedger> OpenAsync(string file, string rebuilt, CancellationToken cancellationToken)
    {
        var live = new LiveLedger(file);
        try
        {
            await live.connection.OpenAsync(cancellationToken);
            await live.Db.Database.ExecuteSqlRawAsync(Settings, cancellationToken);
            await live.Db.Database.ExecuteSqlAsync($"ATTACH DATABASE {rebuilt} AS rebuilt", cancellationToken);
            return live;
        }
        catch
        {
            await live.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins to read one state, which the first reading fixes; whoever writes is not held up.</summary>
    public Task BeginReadAsync(CancellationToken cancellationToken) => Db.Database.ExecuteSqlRawAsync("BEGIN DEFERRED", cancellationToken);

    /// <summary>Ends it; so does closing.</summary>
    public Task EndReadAsync(CancellationToken cancellationToken) => Db.Database.ExecuteSqlRawAsync("COMMIT", cancellationToken);

    /// <summary>The checksums of both in the current state, each read by a thread of its own.</summary>
    public async Task<IReadOnlyList<Wire.RebuildTable>> CompareAsync(RebuildDatabase rebuilt, CancellationToken cancellationToken)
    {
        await using var beside = await rebuilt.OpenBesideAsync(cancellationToken);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var other = Task.Run(() => Read(beside, "main", ending.Token), CancellationToken.None);
        try
        {
            return Compare(Read(connection, "main", cancellationToken), await other);
        }
        finally
        {
            await ending.CancelAsync();
            await ((Task)other).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>
    /// Replaces what differs, in one transaction; readers go on with the state before it until it is committed. Whoever calls is inside the
    /// ledger's write gate.
    /// </summary>
    /// <param name="found">What was found at last; told what was replaced.</param>
    /// <param name="audit">Entry of the audit trail that is saved with it.</param>
    /// <param name="cancellationToken">Ends the work before the commit; the ledger then stays as it was.</param>
    /// <exception cref="Refusal">The two are still not equal; nothing was changed.</exception>
    public async Task ReplaceAsync(IReadOnlyList<Wire.RebuildTable> found, AuditRow audit, CancellationToken cancellationToken)
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (table, counts) in tables.Zip(found))
        {
            await ReplaceAsync(table, counts, cancellationToken);
        }

        // What is kept of any month, and of any answer, no longer holds.
        await Db.Database.ExecuteSqlRawAsync(
            "INSERT OR IGNORE INTO main.ledger_month (measure, month, version) SELECT measure, month, 0 FROM rebuilt.ledger_month; UPDATE main.ledger_month SET version = version + 1",
            cancellationToken);
        // Kept answers and open queries see by it that figures may be others.
        await LedgerState.ChangedAsync(Db, [LedgerState.Rebuilds], cancellationToken);
        Db.Add(audit);
        await Db.SaveChangesAsync(cancellationToken);
        var after = Compare(Read(connection, "main", cancellationToken), Read(connection, "rebuilt", cancellationToken));
        if (after.FirstOrDefault(table => table.LiveRows != table.RebuiltRows || table.LiveChecksum != table.RebuiltChecksum) is { } unequal)
        {
            throw Refusal.Precondition("rebuild.unequal", $"Bảng {unequal.Table} vẫn khác sau khi thay; không có gì được thay đổi.");
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await connection.DisposeAsync();
    }

    List<TableChecksum> Read(SqliteConnection from, string schema, CancellationToken cancellationToken) =>
        [.. tables.Select(table => TableChecksum.Read(from, schema, table, cancellationToken))];

    IReadOnlyList<Wire.RebuildTable> Compare(List<TableChecksum> live, List<TableChecksum> rebuilt) =>
        [.. tables.Select((table, i) => new Wire.RebuildTable
        {
            Table = table.Name,
            LiveRows = live[i].Rows,
            LiveChecksum = live[i].Text,
            RebuiltRows = rebuilt[i].Rows,
            RebuiltChecksum = rebuilt[i].Text,
        })];

    async Task ReplaceAsync(ProjectedTable table, Wire.RebuildTable counts, CancellationToken cancellationToken)
    {
        Task<int> RunAsync(string sql) => Db.Database.ExecuteSqlRawAsync(sql, cancellationToken);

        var sameKey = string.Join(" AND ", table.Keys.Select(key => $"r.{key} = {table.Name}.{key}"));
        var sameRow = string.Join(" AND ", table.Compared.Select(column => $"r.{column} IS {table.Name}.{column}"));
        var columns = string.Join(", ", table.Columns);
        await RunAsync($"DELETE FROM main.{table.Name} WHERE NOT ({table.SaysSomething})");
        await RunAsync($"DELETE FROM rebuilt.{table.Name} WHERE NOT ({table.SaysSomething})");
        counts.Unexpected = await RunAsync($"DELETE FROM main.{table.Name} WHERE NOT EXISTS (SELECT 1 FROM rebuilt.{table.Name} AS r WHERE {sameKey})");
        counts.Changed = await RunAsync($"DELETE FROM main.{table.Name} WHERE NOT EXISTS (SELECT 1 FROM rebuilt.{table.Name} AS r WHERE {sameKey} AND {sameRow})");
        var inserted = await RunAsync($"""
            INSERT INTO main.{table.Name} ({columns}) SELECT {columns} FROM rebuilt.{table.Name} AS r
            WHERE NOT EXISTS (SELECT 1 FROM main.{table.Name} AS l WHERE {string.Join(" AND ", table.Keys.Select(key => $"l.{key} = r.{key}"))})
            """);
        counts.Missing = inserted - counts.Changed;
    }
}
