using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Subscriptions;

/// <summary>Runs as a bus may deliver them: the test is the bus, the real one loses everything, and the clock stands.</summary>
public sealed class SubscriptionTests : IAsyncLifetime
{
    readonly TemporaryDirectory data = new();
    NotesHost host = null!;

    public async Task InitializeAsync()
    {
        var time = new JumpingTime();
        host = await NotesHost.StartAsync(
            data, time, follows: true, bus: bus => bus.LoseEverything(), settings: new() { ["Subscriptions:CatchUpEvery"] = "00:00:17", ["Feeds:away"] = "http://127.0.0.1:1" });

        // The first look at the feed is over before anything is there to be found.
        await time.RestsAsync(TimeSpan.FromSeconds(17), timersAtLeast: 1);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        data.Dispose();
    }

    async Task<Subscription<NotesDb, NotesHandler>> WithEventsAsync(int count)
    {
        await host.EmitAsync(count);
        await host.NumberedAsync(count);
        return host.Subscription;
    }

    async Task OfferAsync(long from, long to) => await host.Subscription.OfferAsync(await host.RunAsync(from, to), CancellationToken.None);

    static IEnumerable<long> UpTo(int last) => Enumerable.Range(1, last).Select(i => (long)i);

    [Fact]
    public async Task Once_EachEventIsBookedInOrder()
    {
        await WithEventsAsync(6);

        await OfferAsync(1, 3);
        await OfferAsync(4, 6);

        (await host.BookedAsync()).ShouldBe(UpTo(6));
    }

    [Fact]
    public async Task Twice_ChangesNothing()
    {
        await WithEventsAsync(6);

        await OfferAsync(1, 3);
        await OfferAsync(1, 3);
        await OfferAsync(4, 6);
        await OfferAsync(1, 6);

        (await host.BookedAsync()).ShouldBe(UpTo(6));
    }

    [Fact]
    public async Task OutOfOrder_TheFeedFillsTheGap()
    {
        await WithEventsAsync(9);

        await OfferAsync(7, 9);
        await OfferAsync(1, 3);
        await OfferAsync(4, 6);

        (await host.BookedAsync()).ShouldBe(UpTo(9));
    }

    [Fact]
    public async Task WhenAGapCannotBeFilledNow_TheRunIsLetGo()
    {
        await WithEventsAsync(6);
        var away = (await host.RunAsync(4, 6)) with { Source = "nobody" };
        var subscription = ActivatorUtilities.CreateInstance<Subscription<NotesDb, NotesHandler>>(host.App.Services, away.Source);

        await subscription.OfferAsync(away, CancellationToken.None);

        (await host.BookedAsync()).ShouldBeEmpty();
        var statuses = host.App.Services.GetRequiredService<SubscriptionStatuses>();
        statuses.Of(NotesHandler.Consumer).Single(at => at.Source == away.Source).Reachable.ShouldBeFalse();
    }

    [Fact]
    public async Task WhenTheProcessStops_NobodyWaitsForASourceThatIsAway()
    {
        await WithEventsAsync(6);
        var away = (await host.RunAsync(4, 6)) with { Source = "away" };
        var subscription = ActivatorUtilities.CreateInstance<Subscription<NotesDb, NotesHandler>>(host.App.Services, away.Source);

        // Both pause before they try again, and the clock stands.
        var catchingUp = subscription.CatchUpAsync(CancellationToken.None);
        var offering = subscription.OfferAsync(away, CancellationToken.None);
        host.App.Lifetime.StopApplication();

        await offering.WaitAsync(Patience.Limit);
        catchingUp.IsCompleted.ShouldBeTrue();
        (await host.BookedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAcrossThePosition_IsBookedFromThere()
    {
        await WithEventsAsync(6);

        await OfferAsync(1, 4);
        await OfferAsync(2, 6);

        (await host.BookedAsync()).ShouldBe(UpTo(6));
        var at = host.App.Services.GetRequiredService<SubscriptionStatuses>().Of(NotesHandler.Consumer).Single();
        (at.Source, at.Booked, at.Head, at.Reachable).ShouldBe(("notes", 6, 6, true));
    }

    [Fact]
    public async Task WhenTheHandlerFails_PositionAndEffectGoTogether()
    {
        await WithEventsAsync(5);
        await OfferAsync(1, 2);
        host.Handler.Before = told =>
        {
            if (told.Sequence == 4)
            {
                throw new InvalidOperationException("broken");
            }
        };

        await Should.ThrowAsync<InvalidOperationException>(() => OfferAsync(3, 5));

        (await host.BookedAsync()).ShouldBe([1, 2]);
        (await host.QueryAsync(db => db.Set<FeedPositionRow>().SingleAsync())).Sequence.ShouldBe(2);
        host.Handler.Before = _ => { };
        await OfferAsync(3, 5);
        (await host.BookedAsync()).ShouldBe(UpTo(5));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(13)]
    public async Task WhenTheDatabaseIsLockedOrFull_TheRunIsLetGo_AndTheFeedCompletesIt(int sqliteError)
    {
        await WithEventsAsync(5);
        host.Handler.Before = _ => throw new DbUpdateException("not saved", new SqliteException("not now", sqliteError));

        await OfferAsync(1, 3);

        (await host.BookedAsync()).ShouldBeEmpty();
        host.Handler.Before = _ => { };
        await host.Subscription.CatchUpAsync(CancellationToken.None);
        (await host.BookedAsync()).ShouldBe(UpTo(5));
    }

    [Fact]
    public async Task TwoInstancesOnOneDatabase_BookEachEventOnce()
    {
        const int Count = 300;
        var first = await WithEventsAsync(Count);

        // As in another process: nothing is shared but the database, not even the write gate.
        var second = ActivatorUtilities.CreateInstance<Subscription<NotesDb, NotesHandler>>(
            host.App.Services, NotesHost.Source, new WriteGate<NotesDb>(closes: false));

        await Task.WhenAll(FeedAsync(first, 7), FeedAsync(second, 11));

        (await host.BookedAsync()).ShouldBe(UpTo(Count));

        Task FeedAsync(Subscription<NotesDb, NotesHandler> subscription, int length) => Task.Run(async () =>
        {
            for (var from = 1; from <= Count; from += length)
            {
                await subscription.OfferAsync(await host.RunAsync(from, Math.Min(from + length - 1, Count)), CancellationToken.None);
            }
        });
    }
}
