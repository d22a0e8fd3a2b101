using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Subscriptions;

public sealed class CatchUpTests : IDisposable
{
    readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    static Task BookedAsync(NotesHost host, int count, Action? meanwhile = null) => Patience.UntilAsync(async () => (await host.BookedAsync()).Count >= count, meanwhile);

    static IEnumerable<long> UpTo(int last) => Enumerable.Range(1, last).Select(i => (long)i);

    [Fact]
    public async Task OverTheBus_EventsArriveWithoutATimer()
    {
        await using var host = await NotesHost.StartAsync(data, new JumpingTime(), follows: true, settings: new() { ["Relay:RunLength"] = "3" });
        await host.Subscription.CatchUpAsync(CancellationToken.None);

        await host.EmitAsync(20);

        await BookedAsync(host, 20);
        (await host.BookedAsync()).ShouldBe(UpTo(20));
    }

    [Fact]
    public async Task WhenTheBusLosesEverything_TheTimerCatchesUp()
    {
        var time = new JumpingTime();
        await using var host = await NotesHost.StartAsync(data, time, follows: true, bus: bus => bus.LoseEverything());
        await host.EmitAsync(20);
        await host.PublishedAsync(20);

        await BookedAsync(host, 20, () => time.Advance(TimeSpan.FromSeconds(5)));

        (await host.BookedAsync()).ShouldBe(UpTo(20));
    }

    [Fact]
    public async Task WhenTheHandlerFails_ItIsTriedAgainByTheTimer()
    {
        var time = new JumpingTime();
        await using var host = await NotesHost.StartAsync(data, time, follows: true, bus: bus => bus.LoseEverything());
        var failures = 3;
        host.Handler.Before = told =>
        {
            if (told.Sequence == 2 && Interlocked.Decrement(ref failures) >= 0)
            {
                throw new InvalidOperationException("broken for now");
            }
        };
        await host.EmitAsync(3);

        await BookedAsync(host, 3, () => time.Advance(TimeSpan.FromSeconds(1)));

        failures.ShouldBe(-1);
        (await host.BookedAsync()).ShouldBe(UpTo(3));
    }

    [Fact]
    public async Task AfterARestart_WhatWasMissedIsBooked()
    {
        await using (var host = await NotesHost.StartAsync(data, follows: true))
        {
            await host.EmitAsync(3);
            await BookedAsync(host, 3);
        }

        await using (var deaf = await NotesHost.StartAsync(data, follows: false))
        {
            await deaf.EmitAsync(4);
            await deaf.PublishedAsync(7);
        }

        await using var next = await NotesHost.StartAsync(data, new JumpingTime(), follows: true);
        await BookedAsync(next, 7);
        (await next.BookedAsync()).ShouldBe(UpTo(7));
    }
}
