using System.Text;
using AnSinh.Contracts.Events;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Areas;

public sealed class AreaReplicaTests : IAsyncLifetime
{
    static readonly DateOnly Day = new(2026, 1, 1);

    static readonly AreaUnit Old = new() { Code = "99991", Name = "Xã Cũ", Type = "Xã", Level = AreaLevel.Commune, ParentCode = "42", ValidTo = Day.AddDays(-1) };
    static readonly AreaUnit New = new() { Code = "99992", Name = "Xã Mới", Type = "Xã", Level = AreaLevel.Commune, ParentCode = "42", ValidFrom = Day };
    static readonly AreaSuccession Succession = new(AreaLevel.Commune, "99991", "99992", true, Day);

    readonly TemporaryDirectory data = new();
    NotesHost host = null!;

    public async Task InitializeAsync() => host = await NotesHost.StartAsync(data);

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        data.Dispose();
    }

    AreaDirectory Areas => host.App.Services.GetRequiredService<AreaDirectory>();

    internal static EventEnvelope Envelope(object record, long sequence) => new()
    {
        EventId = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddSeconds(sequence)),
        Sequence = sequence,
        Type = EventTypes.Of(record.GetType()).Name,
        Subject = Guid.Empty,
        OccurredOn = Day,
        RecordedAt = DateTimeOffset.UnixEpoch,
        AreaCode = "",
        SchemaVersion = 1,
        Actor = "test",
        TraceParent = "",
        Data = Encoding.UTF8.GetString(EventTypes.Write(record)),
    };

    static List<EventEnvelope> Run() =>
    [
        Envelope(AreaReplicaStore.ToEvent(Old), 1),
        Envelope(AreaReplicaStore.ToEvent(New with { Name = "Xã Viết Sai" }), 2),
        Envelope(AreaReplicaStore.ToEvent(Succession with { Full = false }), 3),
        Envelope(AreaReplicaStore.ToEvent(New), 4),
        Envelope(AreaReplicaStore.ToEvent(Succession), 5),
    ];

    async Task BookAsync(IReadOnlyList<EventEnvelope> run)
    {
        var replica = new AreaReplica<NotesDb>(Areas);
        await host.InUnitAsync(db => replica.ApplyAsync(db, AreaReplica<NotesDb>.Owner, run, CancellationToken.None));
        await replica.CommittedAsync(AreaReplica<NotesDb>.Owner, run);
    }

    async Task ShouldBeThereAsync()
    {
        Areas.History("99991").ShouldBe([Old]);
        Areas.History("99992").ShouldBe([New]);
        Areas.Successions.Where(one => one.OldCode == "99991").ShouldBe([Succession]);
        (await host.QueryAsync(db => db.Set<AreaUnitRow>().CountAsync())).ShouldBe(2);
        (await host.QueryAsync(db => db.Set<AreaSuccessionRow>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Once_UnitsAreKnown()
    {
        await BookAsync(Run());

        await ShouldBeThereAsync();
    }

    [Fact]
    public async Task Twice_ChangesNothing()
    {
        await BookAsync(Run());
        await BookAsync(Run());

        await ShouldBeThereAsync();
    }

    [Fact]
    public async Task EventsOfOthers_ArePassedOver()
    {
        await BookAsync([Envelope(new Contracts.Events.Employment.V1.WorkerRegistered { PersonKey = "x" }, 1)]);

        (await host.QueryAsync(db => db.Set<AreaUnitRow>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task AfterARestart_UnitsAreLoaded()
    {
        await BookAsync(Run());
        await host.DisposeAsync();

        host = await NotesHost.StartAsync(data);

        await ShouldBeThereAsync();
    }
}
