using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Instances;

public sealed class RelayLeaseTests
{
    const string Clock = "CAST(unixepoch('subsec') * 1000 AS INTEGER) * 10000 + 621355968000000000";

    // Longer than a test waits for anything.
    static readonly (string, string) Long = ("Relay:Lease", "00:10:00");

    static Task<int> LeaseAsync(NotesHost host, string holder, TimeSpan lasts) => host.QueryAsync(db => db.Database.ExecuteSqlRawAsync(
        $"UPDATE relay_state SET lease_holder = {{0}}, lease_until = {Clock} + {{1}}", holder, lasts.Ticks));

    static Task<long> ClockAsync(NotesHost host) => host.QueryAsync(db => db.Database.SqlQueryRaw<long>($"SELECT {Clock} AS Value").SingleAsync());

    [Fact]
    public async Task Lease_IsOnesAlone_AndTheOthersEventsAreNumberedAndPublishedByIt()
    {
        await using var both = await TwoInstances.StartAsync(settings: Long);

        await both.Second.EmitAsync(3);
        await both.First.PublishedAsync(3);

        TwoInstances.Published(both.First).ShouldBe([1, 2, 3]);
        both.Second.Bus.Tried.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lease_WhenItsHolderStops_IsTheOthersAtItsNextLook()
    {
        await using var both = await TwoInstances.StartAsync(settings: Long);
        await both.First.EmitAsync(2);
        await both.First.PublishedAsync(2);

        await both.First.App.StopAsync();
        await both.Second.EmitAsync(2);
        await both.Second.PublishedAsync(4);

        TwoInstances.Published(both.Second).ShouldBe([3, 4]);
    }

    [Fact]
    public async Task Lease_WhenItsHolderWasKilled_IsWaitedFor_ByTheDatabasesClock()
    {
        using var data = new TemporaryDirectory();
        await using (var killed = await NotesHost.StartAsync(data, settings: TwoInstances.Shared()))
        {
            await killed.App.StopAsync();
            await LeaseAsync(killed, "killed", TimeSpan.FromSeconds(2));
        }

        await using var next = await NotesHost.StartAsync(data, settings: TwoInstances.Shared(("Relay:Poll", "00:00:00.05")));
        var until = (await TwoInstances.StateAsync(next)).LeaseUntil;
        await next.EmitAsync(1);
        await next.NumberedAsync(1);

        (await ClockAsync(next)).ShouldBeGreaterThan(until.UtcTicks);
        (await TwoInstances.StateAsync(next)).LeaseHolder.ShouldNotBe("killed");
    }

    [Fact]
    public async Task Lease_FromBeforeTheClockWasSetBack_HoldsNoLongerThanAnyOther()
    {
        using var data = new TemporaryDirectory();
        await using (var killed = await NotesHost.StartAsync(data, settings: TwoInstances.Shared()))
        {
            await killed.App.StopAsync();
            await LeaseAsync(killed, "killed", TimeSpan.FromHours(1));
        }

        await using var next = await NotesHost.StartAsync(data, settings: TwoInstances.Shared());
        await next.EmitAsync(1);

        await next.NumberedAsync(1);
    }

    [Fact]
    public async Task Numbering_WhenAHolderSleptThroughTheEndOfItsLease_IsStillWithoutGapsAndDoubles()
    {
        const int Each = 60;
        await using var both = await TwoInstances.StartAsync(settings: Long);

        // Taken from the first, which believes for minutes that it still has it.
        await LeaseAsync(both.Second, "", TimeSpan.Zero);
        await Patience.UntilAsync(async () => (await TwoInstances.StateAsync(both.Second)).LeaseHolder.Length > 0);
        await Task.WhenAll(WriteAsync(both.First), WriteAsync(both.Second));
        await both.Second.NumberedAsync(2 * Each);

        var told = (await both.First.ReadFeedAsync()).Events;
        told.Select(one => one.Sequence).ShouldBe(TwoInstances.UpTo(2 * Each));
        told.Select(one => one.Id).Distinct().Count().ShouldBe(2 * Each);

        static Task WriteAsync(NotesHost host) => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await host.EmitAsync(1);
            }
        });
    }
}
