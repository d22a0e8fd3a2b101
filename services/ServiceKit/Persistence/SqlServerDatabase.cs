using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// What a database on SQL Server must be like beside its tables. The verb <c>migrate</c> sees to it where its login may,
/// <c>deploy/sql/logins.sql</c> does the same for an administrator, readiness looks.
/// </summary>
public static class SqlServerDatabase
{
    /// <summary>
    /// Texts are compared by code point, as SQLite does: codes that differ in case are two codes, and lists have one order. It is the
    /// database's own collation and not that of columns, because lists handed over as JSON come in the database's collation and would
    /// otherwise conflict with the columns (error 468).
    /// </summary>
    public const string Collation = "Latin1_General_100_BIN2";

    const string CollationMissing = "COLLATE " + Collation;
    const string CommittedSnapshotMissing = "READ_COMMITTED_SNAPSHOT";
    const string SnapshotMissing = "ALLOW_SNAPSHOT_ISOLATION";

    // A login sees the row of the database that it is connected to without any right of its own.
    internal const string MissingStatement = $"""
        SELECT o.missing AS Value
        FROM sys.databases AS d CROSS APPLY (VALUES
            (CASE WHEN d.collation_name <> N'{Collation}' THEN N'{CollationMissing}' END),
            (CASE WHEN d.is_read_committed_snapshot_on = 0 THEN N'{CommittedSnapshotMissing}' END),
            (CASE WHEN d.snapshot_isolation_state <> 1 THEN N'{SnapshotMissing}' END)) AS o (missing)
        WHERE d.database_id = DB_ID() AND o.missing IS NOT NULL
        """;

    internal const string TablesStatement = "SELECT name AS Value FROM sys.tables WHERE is_ms_shipped = 0";

    internal const string CollateStatement = "ALTER DATABASE CURRENT COLLATE " + Collation;

    // Readers take no locks and stop no writer.
    internal const string CommittedSnapshotStatement = "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE";

    // The ledger is read in one state over several statements.
    internal const string SnapshotStatement = "ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON";

    /// <summary>What the database lacks, as words of <c>ALTER DATABASE</c>; needs no rights.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(DbContext db, CancellationToken cancellationToken) =>
        await db.Database.SqlQueryRaw<string>(MissingStatement).ToListAsync(cancellationToken);

    /// <summary>Makes the database if there is none, and gives it what it lacks. Needs the rights of its owner.</summary>
    /// <exception cref="InvalidOperationException">It has another collation and tables already.</exception>
    internal static async Task PrepareAsync(DbContext db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
        {
            await creator.CreateAsync(cancellationToken);
        }

        var missing = await MissingAsync(db, cancellationToken);
        if (missing.Contains(CollationMissing))
        {
            if ((await db.Database.SqlQueryRaw<string>(TablesStatement).ToListAsync(cancellationToken)).Count > 0)
            {
                throw new InvalidOperationException(
                    $"Cơ sở dữ liệu đã có bảng mà không dùng bảng mã so sánh {Collation}; hãy tạo cơ sở dữ liệu mới bằng deploy/sql/logins.sql rồi chuyển dữ liệu sang.");
            }

            await db.Database.ExecuteSqlRawAsync(CollateStatement, cancellationToken);
        }

        if (missing.Contains(CommittedSnapshotMissing))
        {
            await db.Database.ExecuteSqlRawAsync(CommittedSnapshotStatement, cancellationToken);
        }

        if (missing.Contains(SnapshotMissing))
        {
            await db.Database.ExecuteSqlRawAsync(SnapshotStatement, cancellationToken);
        }
    }
}
