using AnSinh.ServiceKit.Health;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Subscriptions;

/// <summary>A source whose database was restored to a state before what its consumer has booked.</summary>
public sealed class RewoundSourceTests : IAsyncLifetime
{
    readonly TemporaryDirectory data = new();
    readonly JumpingTime time = new();
    NotesHost host = null!;

    public async Task InitializeAsync()
    {
        host = await NotesHost.StartAsync(
            data, time, follows: true, bus: bus => bus.LoseEverything(), settings: new() { ["Subscriptions:CatchUpEvery"] = "00:00:17" });
        await time.RestsAsync(TimeSpan.FromSeconds(17), timersAtLeast: 1);
        await host.EmitAsync(5);
        await host.NumberedAsync(5);
        await host.Subscription.CatchUpAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        data.Dispose();
    }

    SourcePosition Position => host.App.Services.GetRequiredService<SubscriptionStatuses>().Of(NotesHandler.Consumer).Single();

    Task RestoreAsync(long head) => host.InUnitAsync(async db =>
    {
        await db.EventLog.Where(row => row.Sequence > head).ExecuteDeleteAsync();
        await db.Set<RelayStateRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSequence, head).SetProperty(row => row.PublishedSequence, head));
    });

    async Task EmitOthersAsync(int count, long head)
    {
        time.Advance(TimeSpan.FromMilliseconds(1));
        await host.EmitAsync(count);
        await host.NumberedAsync(head);
    }

    [Fact]
    public async Task SourceBehindThePosition_IsSaid_AndNothingIsBooked()
    {
        await RestoreAsync(3);

        (await Should.ThrowAsync<SourceRewoundException>(() => host.Subscription.CatchUpAsync(CancellationToken.None)))
            .Message.ShouldContain("bookings has booked event 5 of notes, whose newest one is 3");

        (Position.Rewound, Position.Reachable).ShouldBe((true, false));
        var check = (await host.App.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(one => one.Name == "subscriptions")).Entries.Values.Single();
        check.Status.ShouldBe(HealthStatus.Degraded);
        check.Description.ShouldNotBeNull().ShouldContain("bookings: notes");
        check.Tags.ShouldContain(HealthReports.ReadyTag);
    }

    [Theory]
    [InlineData(2, 5)]
    [InlineData(6, 9)]
    public async Task SourceThatWentOnWithOtherEvents_IsSaidToo(int others, long head)
    {
        await RestoreAsync(3);
        await EmitOthersAsync(others, head);

        (await Should.ThrowAsync<SourceRewoundException>(() => host.Subscription.CatchUpAsync(CancellationToken.None)))
            .Message.ShouldContain("which is another event there now");

        (await host.BookedAsync()).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task RunOfTheOtherEvents_IsLetGo()
    {
        await RestoreAsync(3);
        await EmitOthersAsync(6, 9);

        await host.Subscription.OfferAsync(await host.RunAsync(4, 9), CancellationToken.None);

        (await host.BookedAsync()).ShouldBe([1, 2, 3, 4, 5]);
        Position.Rewound.ShouldBeTrue();
    }

    [Fact]
    public async Task ProjectionThatIsBuiltAnew_FollowsAgain()
    {
        await RestoreAsync(3);
        await EmitOthersAsync(6, 9);
        await Should.ThrowAsync<SourceRewoundException>(() => host.Subscription.CatchUpAsync(CancellationToken.None));
        await host.InUnitAsync(async db =>
        {
            await db.Bookings.ExecuteDeleteAsync();
            await db.Set<FeedPositionRow>().ExecuteDeleteAsync();
        });

        await host.Subscription.CatchUpAsync(CancellationToken.None);

        (await host.BookedAsync()).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        (Position.Rewound, Position.Reachable).ShouldBe((false, true));
    }

    [Fact]
    public async Task SourceThatGoesOn_IsFollowedWithoutANewEventToo()
    {
        await host.Subscription.CatchUpAsync(CancellationToken.None);
        await EmitOthersAsync(1, 6);
        await host.Subscription.CatchUpAsync(CancellationToken.None);

        (await host.BookedAsync()).ShouldBe([1, 2, 3, 4, 5, 6]);
        Position.Rewound.ShouldBeFalse();
    }
}
