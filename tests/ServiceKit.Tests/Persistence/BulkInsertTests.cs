using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using AnSinh.Testing.SqlServer;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Persistence;

public sealed class BulkInsertTests : IDisposable
{
    readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    static Note Full() => new()
    {
        Id = new Guid("0193f5a1-7c00-7abc-8def-0123456789ab"),
        Title = "Sổ “tay” số 1; ' \0 ễ",
        Text = "",
        Owner = new Guid("ffeeddcc-bbaa-9988-7766-554433221100"),
        Kind = NoteKind.Urgent,
        FormerKind = NoteKind.Plain,
        Due = new DateOnly(2025, 7, 1),
        WrittenAt = new DateTimeOffset(2025, 6, 30, 23, 59, 59, 999, TimeSpan.FromHours(7)).AddTicks(1),
        Done = true,
        Pages = int.MinValue,
        Weight = long.MaxValue,
        Attachment = [0, 1, 255],
    };

    static Note Sparse() => new() { Id = new Guid("0193f5a1-7c00-7abc-8def-0123456789ac"), Title = "Trống", Due = null, Attachment = [] };

    async Task<NotesDb> OpenAsync(string name)
    {
        NotesDb db = TestServer.IsThere
            ? new NotesSqlServerDb(new DbContextOptionsBuilder<NotesSqlServerDb>().UseSqlServer(data.Databases[name].Migrating).Options)
            : NotesSqliteDb.Open(Path.Combine(data.Path, name + ".db"));
        await db.Database.EnsureCreatedAsync();
        return db;
    }

    /// <summary>Every cell as the database stores it: its bytes, and on SQLite, where each has one, its type.</summary>
    static async Task<List<string>> CellsAsync(NotesDb db)
    {
        var columns = db.Model.FindEntityType(typeof(Note))!.GetProperties().Select(property => property.GetColumnName()).Order(StringComparer.Ordinal);
        var row = TestServer.IsThere
            ? string.Join(" + '; ' + ", columns.Select(column => $"'{column} ' + ISNULL(CONVERT(varchar(max), CONVERT(varbinary(max), [{column}]), 2), 'NULL')"))
            : string.Join(" || '; ' || ", columns.Select(column => $"'{column} ' || typeof({column}) || ' ' || quote({column}) || ' ' || hex({column})"));
        var sql = $"SELECT {row} AS Value FROM note ORDER BY id";
        return await db.Database.SqlQueryRaw<string>(sql).ToListAsync();
    }

    [Fact]
    public async Task Rows_StandAsEfWritesThem()
    {
        await using var byEf = await OpenAsync("ef");
        byEf.AddRange(Full(), Sparse());
        await byEf.SaveChangesAsync();
        await using var inBulk = await OpenAsync("bulk");
        var rows = new[] { Full(), Sparse() };
        foreach (var row in rows)
        {
            row.Version = 1;
        }

        await using (var transaction = await inBulk.Database.BeginTransactionAsync())
        {
            await BulkInsert.InsertAsync(inBulk, rows, CancellationToken.None);
            await transaction.CommitAsync();
        }

        var cells = await CellsAsync(inBulk);
        cells.Count.ShouldBe(2);
        cells.ShouldBe(await CellsAsync(byEf));
        cells[0].ShouldContain(TestServer.IsThere ? "id 0193F5A17C007ABC8DEF0123456789AB" : "id blob X'0193F5A17C007ABC8DEF0123456789AB'");
        cells[0].ShouldContain(TestServer.IsThere ? "due 0135004D" : "due integer 20250701");
        var read = await inBulk.Notes.AsNoTracking().SingleAsync(note => note.Title == Full().Title);
        (read.Id, read.Owner, read.Due, read.WrittenAt, read.Kind).ShouldBe((Full().Id, Full().Owner, Full().Due, Full().WrittenAt, NoteKind.Urgent));
    }

    [Fact]
    public async Task Rows_GoWithTheTransaction()
    {
        await using var db = await OpenAsync("rolled_back");
        await using (await db.Database.BeginTransactionAsync())
        {
            await BulkInsert.InsertAsync(db, [Full()], CancellationToken.None);
        }

        (await db.Notes.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task WithoutATransaction_IsRefused()
    {
        await using var db = await OpenAsync("none");

        await Should.ThrowAsync<InvalidOperationException>(() => BulkInsert.InsertAsync(db, [Full()], CancellationToken.None));
        await BulkInsert.InsertAsync<Note>(db, [], CancellationToken.None);
    }
}
