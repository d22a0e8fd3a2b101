using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
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

    async Task<NotesSqliteDb> OpenAsync(string name)
    {
        var db = NotesSqliteDb.Open(Path.Combine(data.Path, name));
        await db.Database.EnsureCreatedAsync();
        return db;
    }

    /// <summary>Every cell as SQLite stores it: its type and its bytes.</summary>
    static async Task<List<string>> CellsAsync(NotesSqliteDb db)
    {
        var table = db.Model.FindEntityType(typeof(Note))!;
        var cells = table.GetProperties().Select(property => property.GetColumnName()).Order(StringComparer.Ordinal)
            .Select(column => $"'{column} ' || typeof({column}) || ' ' || quote({column}) || ' ' || hex({column})");
        var sql = "SELECT " + string.Join(" || '; ' || ", cells) + " AS Value FROM note ORDER BY id";
        return await db.Database.SqlQueryRaw<string>(sql).ToListAsync();
    }

    [Fact]
    public async Task Rows_StandAsEfWritesThem()
    {
        await using var byEf = await OpenAsync("ef.db");
        byEf.AddRange(Full(), Sparse());
        await byEf.SaveChangesAsync();
        await using var inBulk = await OpenAsync("bulk.db");
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
        cells[0].ShouldContain("id blob X'0193F5A17C007ABC8DEF0123456789AB'");
        cells[0].ShouldContain("due integer 20250701");
        var read = await inBulk.Notes.AsNoTracking().SingleAsync(note => note.Title == Full().Title);
        (read.Id, read.Owner, read.Due, read.WrittenAt, read.Kind).ShouldBe((Full().Id, Full().Owner, Full().Due, Full().WrittenAt, NoteKind.Urgent));
    }

    [Fact]
    public async Task Rows_GoWithTheTransaction()
    {
        await using var db = await OpenAsync("rolled-back.db");
        await using (await db.Database.BeginTransactionAsync())
        {
            await BulkInsert.InsertAsync(db, [Full()], CancellationToken.None);
        }

        (await db.Notes.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task WithoutATransaction_IsRefused()
    {
        await using var db = await OpenAsync("none.db");

        await Should.ThrowAsync<InvalidOperationException>(() => BulkInsert.InsertAsync(db, [Full()], CancellationToken.None));
        await BulkInsert.InsertAsync<Note>(db, [], CancellationToken.None);
    }
}
