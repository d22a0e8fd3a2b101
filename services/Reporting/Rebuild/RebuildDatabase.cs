using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Rebuild;

/// <summary>
/// The database in which the ledger is booked anew: a file beside the one in use, with the same tables. Its connection is its own and
/// stays open; what it holds lives on when the process is killed.
/// </summary>
sealed class RebuildDatabase : IAsyncDisposable
{
    const string Method = "/ansinh.reporting.v1.RebuildService/StartRebuild";

    // Nothing waits for the disk, on which a third of a large rebuild's time went. What a process has written outlives its end; what a machine had
    // not brought to the disk when it went down does not, so nobody goes on with it after the machine has started anew.
    const string Settings = "PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -256000; PRAGMA wal_autocheckpoint = 32000;";

    // This build since this start of the machine.
    static readonly string Conditions = $"{typeof(LedgerBooking).Module.ModuleVersionId} {StartOfMachine()}";

    RebuildDatabase(string file)
    {
        Db = new ReportingSqliteDb(new DbContextOptionsBuilder<ReportingSqliteDb>().UseSqlite(ConnectionString(file)).Options);
        Db.Database.AutoSavepointsEnabled = false;
    }

    /// <summary>Its context.</summary>
    public ReportingDb Db { get; }

    /// <summary>The file beside a database.</summary>
    public static string Beside(ReportingDb live) => Path.ChangeExtension(FileOf(live), ".rebuild.db");

    /// <summary>The file of an embedded database.</summary>
    public static string FileOf(ReportingDb live) => new SqliteConnectionStringBuilder(live.Database.GetConnectionString()).DataSource;

    /// <summary>A connection to a file that no pool keeps.</summary>
    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30 }.ToString();

    /// <summary>The rebuild that was interrupted in a file; null where there is none. Goes on: what it booked holds; else it begins anew.</summary>
    public static async Task<(RebuildMark? Mark, bool GoesOn)> InterruptedAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return default;
        }

        await using var database = new RebuildDatabase(file);
        try
        {
            return await database.MarkAsync(cancellationToken);
        }
        catch (SqliteException)
        {
            // Killed before its tables stood, or not whole since the machine went down.
            return default;
        }
    }

    /// <summary>Opens the database of a rebuild: as it was left, or else empty.</summary>
    public static async Task<RebuildDatabase> OpenAsync(string file, RebuildMark mark, CancellationToken cancellationToken)
    {
        if (await InterruptedAsync(file, cancellationToken) != (mark, true))
        {
            Delete(file);
        }

        var database = new RebuildDatabase(file);
        try
        {
            await database.PrepareAsync(mark, cancellationToken);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Deletes the file and its log.</summary>
    public static void Delete(string file)
    {
        foreach (var part in (string[])["", "-wal", "-shm"])
        {
            File.Delete(file + part);
        }
    }

    /// <summary>Does something in one transaction.</summary>
    public async Task RunAsync(Func<ReportingDb, Task> work, CancellationToken cancellationToken)
    {
        Db.ChangeTracker.Clear();
        await using var transaction = await Db.Database.BeginTransactionAsync(cancellationToken);
        await work(Db);
        await Db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Db.ChangeTracker.Clear();
    }

    /// <summary>Opens a second connection, on which another thread reads what has been committed.</summary>
    public async Task<SqliteConnection> OpenBesideAsync(CancellationToken cancellationToken)
    {
        var beside = new SqliteConnection(Db.Database.GetConnectionString());
        await beside.OpenAsync(cancellationToken);
        return beside;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Db.DisposeAsync();

    async Task<(RebuildMark? Mark, bool GoesOn)> MarkAsync(CancellationToken cancellationToken) =>
        await Db.Audit.Where(row => row.Method == Method).SingleOrDefaultAsync(cancellationToken) is { } row
            ? (new RebuildMark(row.Id, row.Actor, row.At), row.Target == Conditions)
            : default;

    // Where the machine does not say, this process alone goes on with what it began.
    static string StartOfMachine()
    {
        const string Linux = "/proc/sys/kernel/random/boot_id";
        return File.Exists(Linux) ? File.ReadAllText(Linux).Trim() : Guid.NewGuid().ToString();
    }

    async Task PrepareAsync(RebuildMark mark, CancellationToken cancellationToken)
    {
        await Db.Database.OpenConnectionAsync(cancellationToken);
        await DatabaseMigration.RunAsync(Db, cancellationToken);
        await Db.Database.ExecuteSqlRawAsync(Settings, cancellationToken);
        // Nobody asks for figures here: the indexes that are for questions alone would only cost.
        var costly = Db.Model.FindEntityType(typeof(FactRow))!.GetIndexes().Where(index => index.GetFilter() is null);
        var drop = string.Concat(costly.Select(index => $"DROP INDEX IF EXISTS \"{index.GetDatabaseName()}\";"));
        await Db.Database.ExecuteSqlRawAsync(drop, cancellationToken);

        if ((await MarkAsync(cancellationToken)).Mark is null)
        {
            Db.Add(new AuditRow { Id = mark.Id, At = mark.StartedAt, Actor = mark.StartedBy, Method = Method, Target = Conditions, Outcome = "", Peer = "", TraceParent = "" });
            await Db.SaveChangesAsync(cancellationToken);
            Db.ChangeTracker.Clear();
        }
    }
}

/// <summary>Which rebuild a database belongs to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="StartedBy">Account.</param>
/// <param name="StartedAt">When, UTC.</param>
sealed record RebuildMark(Guid Id, string StartedBy, DateTimeOffset StartedAt);
