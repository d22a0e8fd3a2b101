using AnSinh.Contracts.Events.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Events;

public sealed class EventFeedTests : IAsyncLifetime
{
    readonly TemporaryDirectory data = new();
    readonly JumpingTime time = new();
    NotesHost host = null!;

    public async Task InitializeAsync() => host = await NotesHost.StartAsync(data, time);

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        data.Dispose();
    }

    static OutboxRow Row(int dataLength = 2) => new()
    {
        EventId = Guid.CreateVersion7(),
        Type = "ansinh.employment.v1.EmployerRegistered",
        AreaCode = "",
        Actor = "test",
        TraceParent = "",
        OccurredOn = NotesGrpc.Day,
        Data = new string('x', dataLength),
    };

    [Fact]
    public async Task Read_GivesPagesWithoutGaps()
    {
        await host.EmitAsync(5);
        await host.NumberedAsync(5);

        var first = await host.ReadFeedAsync(0, 2);
        var second = await host.ReadFeedAsync(2, 2);
        var third = await host.ReadFeedAsync(4, 2);

        first.Events.Select(one => one.Sequence).ShouldBe([1, 2]);
        second.Events.Select(one => one.Sequence).ShouldBe([3, 4]);
        third.Events.Select(one => one.Sequence).ShouldBe([5]);
        first.HeadSequence.ShouldBe(5);
        (await host.ReadFeedAsync(5)).Events.ShouldBeEmpty();
        (await host.ReadFeedAsync(99)).HeadSequence.ShouldBe(5);
    }

    [Theory]
    [InlineData("notes", -1, 0, StatusCode.InvalidArgument, "after_sequence.negative")]
    [InlineData("notes", 0, -1, StatusCode.InvalidArgument, "page_size.invalid")]
    [InlineData("notes", 0, 5001, StatusCode.InvalidArgument, "page_size.invalid")]
    [InlineData("nobody", 0, 0, StatusCode.NotFound, "feed.source_unknown")]
    public async Task Read_RefusesWhatCannotBeAnswered(string source, long after, int size, StatusCode status, string code)
    {
        var fault = await Should.ThrowAsync<RpcException>(async () => await host.Feed.ReadAsync(
            new ReadRequest { Source = source, AfterSequence = after, PageSize = size }, host.Headers()));

        fault.StatusCode.ShouldBe(status);
        Refusal.From(fault)!.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Read_SaysHowManyWaitForTheirNumber()
    {
        // Saved as by another instance: nobody wakes this relay, and its clock stands.
        await time.RestsAsync(new RelayOptions().Poll, timersAtLeast: 2);
        await host.QueryAsync(async db =>
        {
            db.AddRange(Row(), Row());
            return await db.SaveChangesAsync();
        });

        var before = await host.ReadFeedAsync();
        (before.Unnumbered, before.HeadSequence, before.Events.Count).ShouldBe((2, 0, 0));

        await Patience.UntilAsync(async () => (await host.ReadFeedAsync()).Unnumbered == 0, () => time.Advance(TimeSpan.FromSeconds(1)));
        (await host.ReadFeedAsync()).HeadSequence.ShouldBe(2);
    }

    [Fact]
    public async Task Read_EndsThePageBeforeTheMessageIsTooLarge()
    {
        const int Count = 1_500;
        await host.InUnitAsync(db => BulkInsert.InsertAsync(db, [.. Enumerable.Range(0, Count).Select(_ => Row(4_000))], CancellationToken.None));
        await Patience.UntilAsync(async () => (await host.ReadFeedAsync(Count - 1)).HeadSequence == Count, () => time.Advance(TimeSpan.FromSeconds(1)));

        var sequences = new List<long>();
        while ((await host.ReadFeedAsync(sequences.Count, 5_000)).Events is { Count: > 0 } page)
        {
            sequences.AddRange(page.Select(one => one.Sequence));
        }

        sequences.ShouldBe(Enumerable.Range(1, Count).Select(i => (long)i));
    }

    [Fact]
    public async Task Subscribe_GivesOldAndNew_AndEndsWhenTheServerStops()
    {
        await host.EmitAsync(2);
        await host.NumberedAsync(2);
        using var limit = new CancellationTokenSource(Patience.Limit);
        using var stream = host.Feed.Subscribe(new SubscribeRequest { Source = NotesHost.Source, AfterSequence = 1 }, host.Headers());

        (await stream.ResponseStream.MoveNext(limit.Token)).ShouldBeTrue();
        stream.ResponseStream.Current.Events.Single().Sequence.ShouldBe(2);
        stream.ResponseStream.Current.HeadSequence.ShouldBe(2);
        await host.EmitAsync(1);
        (await stream.ResponseStream.MoveNext(limit.Token)).ShouldBeTrue();
        stream.ResponseStream.Current.Events.Single().Sequence.ShouldBe(3);

        var stopping = host.App.StopAsync(limit.Token);
        var fault = await Should.ThrowAsync<RpcException>(async () => await stream.ResponseStream.MoveNext(limit.Token));
        fault.StatusCode.ShouldBe(StatusCode.Unavailable);
        Refusal.From(fault)!.Code.ShouldBe("server.stopping");
        await stopping;
    }
}
