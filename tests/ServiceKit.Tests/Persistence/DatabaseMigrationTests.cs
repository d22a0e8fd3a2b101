using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Persistence;

public sealed class DatabaseMigrationTests : IDisposable
{
    readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    MigratedDb Open() => new(new DbContextOptionsBuilder<MigratedDb>()
        .UseSqlite($"Data Source={Path.Combine(data.Path, "migrated.db")}")
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
        .Options);

    static async Task MigrateAsync(MigratedDb db)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await DatabaseMigration.RunAsync(db, limit.Token);
    }

    [Fact]
    public async Task LockOfAKilledProcess_IsNotWaitedFor()
    {
        await using var db = Open();
        await db.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2020-01-01 00:00:00+00:00');
            """);

        await MigrateAsync(db);

        (await db.Set<RelayStateRow>().SingleAsync()).LastSequence.ShouldBe(0);
    }

    [Fact]
    public async Task Again_ChangesNothing()
    {
        await using (var db = Open())
        {
            await MigrateAsync(db);
            await db.Set<RelayStateRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSequence, 7));
        }

        await using var again = Open();
        await MigrateAsync(again);

        (await again.Set<RelayStateRow>().SingleAsync()).LastSequence.ShouldBe(7);
        await again.Database.OpenConnectionAsync();
        await using var mode = again.Database.GetDbConnection().CreateCommand();
        mode.CommandText = "PRAGMA journal_mode";
        (await mode.ExecuteScalarAsync()).ShouldBe("wal");
    }
}

public sealed class MigratedDb(DbContextOptions<MigratedDb> options) : ServiceDb(options)
{
    protected override void MapTables(ModelBuilder model)
    {
    }
}

[DbContext(typeof(MigratedDb))]
[Migration("20200101000000_Initial")]
public sealed class InitialMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE relay_state (
            id INTEGER NOT NULL PRIMARY KEY, last_sequence INTEGER NOT NULL, published_sequence INTEGER NOT NULL,
            lease_holder TEXT NOT NULL, lease_until INTEGER NOT NULL)
        """);
}
