using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using AnSinh.Testing.SqlServer;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AnSinh.ServiceKit.Tests.Events;

/// <summary>What only a server shows: two instances on one database, and rows of transactions that are still open.</summary>
public sealed class SqlServerRelayStoreTests : IDisposable
{
    static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    readonly TemporaryDirectory data = new();
    readonly SqlServerRelayStore store = new();

    public void Dispose() => data.Dispose();

    [SqlServerFact]
    public async Task Lease_IsHeldByOne_UntilItIsGivenUpOrRunsOut()
    {
        await using var db = await OpenAsync();

        (await LeaseAsync(db, "one", Long)).ShouldBeTrue();
        (await LeaseAsync(db, "two", Long)).ShouldBeFalse();
        (await LeaseAsync(db, "one", Long)).ShouldBeTrue();
        await store.ReleaseAsync(db, "two", CancellationToken.None);
        (await LeaseAsync(db, "two", Long)).ShouldBeFalse();
        await store.ReleaseAsync(db, "one", CancellationToken.None);
        (await LeaseAsync(db, "two", TimeSpan.FromTicks(-1))).ShouldBeTrue();
        (await LeaseAsync(db, "one", Long)).ShouldBeTrue();
    }

    [SqlServerFact]
    public async Task ARow_ThatIsNotCommittedYet_IsPassedOver_AndNumberedAfterwards()
    {
        await using var slow = await OpenAsync();
        await using var fast = await OpenAsync();
        await using var relay = await OpenAsync();
        await using var open = await slow.Database.BeginTransactionAsync();
        slow.Add(Row(1));
        await slow.SaveChangesAsync();
        fast.AddRange(Row(2), Row(3));
        await fast.SaveChangesAsync();

        (await NumberAsync(relay, 0)).ShouldBe(2);
        await open.CommitAsync();
        (await NumberAsync(relay, 2)).ShouldBe(1);

        var log = await relay.EventLog.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync();
        log.Select(row => (row.Sequence, row.EventId)).ShouldBe([(1, Id(2)), (2, Id(3)), (3, Id(1))]);
        (await relay.Outbox.AnyAsync()).ShouldBeFalse();
    }

    [SqlServerFact]
    public async Task AHitKey_IsToldFromOtherFaults_AlsoInABulkInsert()
    {
        await using var db = await OpenAsync();
        db.Add(Row(1));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        db.Add(Row(1));
        var saved = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        await using var transaction = await db.Database.BeginTransactionAsync();
        var bulk = await Should.ThrowAsync<Exception>(() => BulkInsert.InsertAsync(db, [Row(1)], CancellationToken.None));

        UniqueViolations.Caused(saved).ShouldBeTrue();
        UniqueViolations.Caused(bulk).ShouldBeTrue();
    }

    [SqlServerFact]
    public async Task ATextTooLong_IsToldFromOtherFaults()
    {
        await using var db = await OpenAsync();
        db.Add(new Note { Id = Id(1), Title = new string('x', 201), Kind = NoteKind.Plain });

        var fault = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());

        (DatabaseFaults.MeansTooLong(fault), DatabaseFaults.MeansAway(fault)).ShouldBe((true, false));
    }

    static Guid Id(byte number) => new([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number]);

    static OutboxRow Row(byte number) => new()
    {
        EventId = Id(number),
        Subject = Id(number),
        Type = "ansinh.notes.v1.Written",
        OccurredOn = NotesGrpc.Day,
        AreaCode = "18073",
        Actor = "test",
        TraceParent = "",
        Data = "{}",
    };

    Task<bool> LeaseAsync(NotesDb db, string holder, TimeSpan duration) => store.TryLeaseAsync(db, holder, duration, CancellationToken.None);

    async Task<int> NumberAsync(NotesDb db, long last)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var count = await store.NumberAsync(db, last, 100, CancellationToken.None);
        await transaction.CommitAsync();
        return count;
    }

    async Task<NotesDb> OpenAsync()
    {
        var db = new NotesSqlServerDb(new DbContextOptionsBuilder<NotesSqlServerDb>().UseSqlServer(data.Databases["relay"].Migrating).Options);
        if (await db.Database.EnsureCreatedAsync())
        {
            db.Add(new RelayStateRow { Id = 1, LeaseHolder = "" });
            await db.SaveChangesAsync();
        }

        return db;
    }
}
