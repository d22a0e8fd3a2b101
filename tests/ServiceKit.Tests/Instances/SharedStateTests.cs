using AnSinh.Contracts.Events.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Tests.Areas;
using AnSinh.ServiceKit.Tests.Notes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Instances;

/// <summary>What one instance has done is known to the other.</summary>
public sealed class SharedStateTests
{
    static readonly AreaUnit New = new()
    {
        Code = "99992",
        Name = "Xã Mới",
        Type = "Xã",
        Level = AreaLevel.Commune,
        ParentCode = "42",
        ValidFrom = new DateOnly(2026, 1, 1),
    };

    [Fact]
    public async Task Area_ThatOneHasBooked_IsKnownToTheOther()
    {
        await using var both = await TwoInstances.StartAsync(settings: ("Areas:Poll", "00:00:00.05"));
        var replica = new AreaReplica<NotesDb>(both.First.App.Services.GetRequiredService<AreaDirectory>());
        List<EventEnvelope> run = [AreaReplicaTests.Envelope(AreaReplicaStore.ToEvent(New), 1)];

        await both.First.InUnitAsync(db => replica.ApplyAsync(db, AreaReplica<NotesDb>.Owner, run, CancellationToken.None));

        var areas = both.Second.App.Services.GetRequiredService<AreaDirectory>();
        await Patience.UntilAsync(() => Task.FromResult(areas.History(New.Code).Contains(New)));
        areas.Newest.ShouldBe(run[0].EventId);
    }

    [Fact]
    public async Task Subscribe_AtTheInstanceWithoutTheLease_GivesWhatTheOtherHasNumbered()
    {
        await using var both = await TwoInstances.StartAsync(settings: ("Relay:Lease", "00:10:00"));
        using var limit = new CancellationTokenSource(Patience.Limit);
        using var stream = both.Second.Feed.Subscribe(new SubscribeRequest { Source = NotesHost.Source }, both.Second.Headers());
        var seen = new List<long>();

        for (var last = 1; last <= 3; last++)
        {
            await (last == 2 ? both.First : both.Second).EmitAsync(1);
            (await stream.ResponseStream.MoveNext(limit.Token)).ShouldBeTrue();
            seen.AddRange(stream.ResponseStream.Current.Events.Select(one => one.Sequence));
        }

        seen.ShouldBe([1, 2, 3]);
        both.Second.Bus.Tried.ShouldBeEmpty();
    }

    [Fact]
    public async Task Subscribers_AtBoth_BookEachEventOnce()
    {
        const int Count = 200;
        await using var both = await TwoInstances.StartAsync(follows: true, ("Subscriptions:CatchUpEvery", "00:00:00.02"));

        await Task.WhenAll(EmitAsync(both.First), EmitAsync(both.Second));

        await Patience.UntilAsync(async () => (await both.First.BookedAsync()).Count >= Count);
        await both.First.PublishedAsync(Count);
        (await both.Second.BookedAsync()).Order().ShouldBe(TwoInstances.UpTo(Count));

        static Task EmitAsync(NotesHost host) => Task.Run(async () =>
        {
            for (var i = 0; i < Count / 20; i++)
            {
                await host.EmitAsync(10);
            }
        });
    }
}
