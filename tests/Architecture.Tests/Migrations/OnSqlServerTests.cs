using AnSinh.Architecture.Tests.Sources;
using AnSinh.ServiceKit.Persistence;
using AnSinh.Testing.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace AnSinh.Architecture.Tests.Migrations;

/// <summary>The databases of all services on a real server: both ways to the schema, and what each login may.</summary>
public sealed class OnSqlServerTests
{
    const int PermissionDenied = 262;

    // Descriptions in the catalogue have a collation of their own: each text is brought to the database's.
    const string Schema = """
        SELECT CONCAT('column ', TABLE_NAME COLLATE DATABASE_DEFAULT, '.', COLUMN_NAME COLLATE DATABASE_DEFAULT, ' ', DATA_TYPE COLLATE DATABASE_DEFAULT, ' ',
            CHARACTER_MAXIMUM_LENGTH, ' ', IS_NULLABLE COLLATE DATABASE_DEFAULT, ' ', COLLATION_NAME COLLATE DATABASE_DEFAULT) AS Value
        FROM INFORMATION_SCHEMA.COLUMNS
        UNION ALL
        SELECT CONCAT('index ', OBJECT_NAME(i.object_id) COLLATE DATABASE_DEFAULT, '.', i.name COLLATE DATABASE_DEFAULT, ' ', i.is_unique, ' ',
            i.filter_definition COLLATE DATABASE_DEFAULT, ' ', c.key_ordinal, ' ', COL_NAME(c.object_id, c.column_id) COLLATE DATABASE_DEFAULT)
        FROM sys.indexes AS i JOIN sys.index_columns AS c ON c.object_id = i.object_id AND c.index_id = i.index_id
        WHERE OBJECTPROPERTY(i.object_id, 'IsUserTable') = 1
        UNION ALL
        SELECT CONCAT('reference ', name COLLATE DATABASE_DEFAULT, ' ', OBJECT_NAME(referenced_object_id) COLLATE DATABASE_DEFAULT, ' ',
            delete_referential_action_desc COLLATE DATABASE_DEFAULT)
        FROM sys.foreign_keys
        """;

    [SqlServerTheory]
    [MemberData(nameof(Contexts.SqlServerNames), MemberType = typeof(Contexts))]
    public async Task ScriptAndMigration_MakeTheSameSchema_AndAgainChangesNothing(string context)
    {
        using var byScript = new ServerDatabase("script");
        using var byVerb = new ServerDatabase("verb");
        var script = Repository.TextOf(Contexts.ScriptOf(context));
        TestServer.Run(byScript.Migrating, script);
        TestServer.Run(byScript.Migrating, script);
        await using var scripted = Contexts.MakeOn(context, byScript.Migrating);
        await using var migrated = Contexts.MakeOn(context, byVerb.Migrating);
        await DatabaseMigration.RunAsync(migrated, CancellationToken.None);
        await DatabaseMigration.RunAsync(migrated, CancellationToken.None);

        (await scripted.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        var schema = await SchemaAsync(scripted);
        schema.ShouldBe(await SchemaAsync(migrated));
        schema.ShouldContain(line => line.StartsWith("column event_log.data nvarchar 4000 NO " + SqlServerDatabase.Collation, StringComparison.Ordinal));
        (await SqlServerDatabase.MissingAsync(scripted, CancellationToken.None)).ShouldBeEmpty();
    }

    [SqlServerFact]
    public async Task ADatabase_ThatAnAdministratorMadePlainly_GetsWhatItLacks()
    {
        using var plain = new ServerDatabase("plain");
        TestServer.Run(TestServer.Administrator(), $"""
            ALTER DATABASE [{plain.Name}] SET READ_COMMITTED_SNAPSHOT OFF WITH ROLLBACK IMMEDIATE;
            ALTER DATABASE [{plain.Name}] SET ALLOW_SNAPSHOT_ISOLATION OFF;
            ALTER DATABASE [{plain.Name}] COLLATE Vietnamese_CI_AS;
            """);
        await using var db = Contexts.MakeOn("EmploymentSqlServerDb", plain.Migrating);
        (await SqlServerDatabase.MissingAsync(db, CancellationToken.None)).Count.ShouldBe(3);

        await DatabaseMigration.RunAsync(db, CancellationToken.None);

        (await SqlServerDatabase.MissingAsync(db, CancellationToken.None)).ShouldBeEmpty();
    }

    [SqlServerFact]
    public async Task TheServingLogin_ReadsAndWritesRows_AndChangesNoTable()
    {
        using var database = new ServerDatabase("rights");
        await using (var migrating = Contexts.MakeOn("ReportingSqlServerDb", database.Migrating))
        {
            await DatabaseMigration.RunAsync(migrating, CancellationToken.None);
        }

        await using var serving = Contexts.MakeOn("ReportingSqlServerDb", database.Serving);
        (await serving.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        (await SqlServerDatabase.MissingAsync(serving, CancellationToken.None)).ShouldBeEmpty();
        (await serving.Database.ExecuteSqlRawAsync("UPDATE relay_state SET lease_holder = ''")).ShouldBe(1);
        await serving.Database.ExecuteSqlRawAsync("CREATE TABLE #temporary (id int PRIMARY KEY); DROP TABLE #temporary;");
        string[] all =
        [
            "CREATE TABLE mine (id int)",
            "ALTER TABLE fact ADD mine int",
            "DROP TABLE fact",
            "TRUNCATE TABLE fact",
            "CREATE INDEX mine ON fact (measure)",
            "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT OFF",
        ];
        foreach (var forbidden in all)
        {
            await Should.ThrowAsync<SqlException>(() => serving.Database.ExecuteSqlRawAsync(forbidden), forbidden);
        }

        var denied = await Should.ThrowAsync<SqlException>(() => serving.Database.ExecuteSqlRawAsync("CREATE TABLE mine (id int)"));
        denied.Number.ShouldBe(PermissionDenied);
    }

    [SqlServerFact]
    public async Task Codes_ThatDifferInCase_AreTwo()
    {
        using var database = new ServerDatabase("codes");
        await using var db = Contexts.MakeOn("ReportingSqlServerDb", database.Migrating);
        await DatabaseMigration.RunAsync(db, CancellationToken.None);

        db.AddRange(Position("a"), Position("A"), Position("ă"));
        await db.SaveChangesAsync();

        var ordered = await db.Set<FeedPositionRow>().OrderBy(row => row.Consumer).Select(row => row.Consumer).ToListAsync();
        ordered.ShouldBe(["A", "a", "ă"]);
        string[] asked = ["a"];
        (await db.Set<FeedPositionRow>().Where(row => EF.Parameter(asked).Contains(row.Consumer)).CountAsync()).ShouldBe(1);
    }

    static FeedPositionRow Position(string consumer) => new() { Consumer = consumer, Source = "here" };

    static async Task<IReadOnlyList<string>> SchemaAsync(DbContext db) =>
        [.. (await db.Database.SqlQueryRaw<string>(Schema).ToListAsync()).Order(StringComparer.Ordinal)];
}
