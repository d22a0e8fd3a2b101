using System.Runtime.Serialization;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Messaging;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Events;

public sealed class RelayOutageTests : IDisposable
{
    readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    static IEnumerable<long> Published(NotesHost host) => host.Bus.Tried.SelectMany(run => run.Events).Select(one => one.Sequence);

    [Fact]
    public async Task WhenTheBusFails_EventsAreNumberedAndServed_AndPublishedWhenItIsBack()
    {
        var time = new JumpingTime();
        await using var host = await NotesHost.StartAsync(data, time, bus: bus => bus.Instead = _ => Task.FromException(new InvalidOperationException("away")));

        await host.EmitAsync(3);
        await Patience.UntilAsync(() => Task.FromResult(!host.Bus.Tried.IsEmpty));
        await host.EmitAsync(2);

        await host.NumberedAsync(5);
        (await host.ReadFeedAsync()).Events.Count.ShouldBe(5);
        (await host.QueryAsync(db => db.Set<ParkedRunRow>().AnyAsync())).ShouldBeFalse();
        host.Bus.Tried.Clear();
        host.Bus.Instead = _ => null;
        await Patience.UntilAsync(() => Task.FromResult(Published(host).Contains(5)), () => time.Advance(TimeSpan.FromSeconds(1)));
        await host.PublishedAsync(5);
        Published(host).Distinct().Order().ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task WhileAPublishWaits_EventsAreNumberedAndServed()
    {
        await using var host = await NotesHost.StartAsync(data, new JumpingTime(), bus: bus => bus.WaitForEver());
        await host.EmitAsync(1);
        await Patience.UntilAsync(() => Task.FromResult(!host.Bus.Tried.IsEmpty));

        await host.EmitAsync(4);

        await host.NumberedAsync(5);
        (await host.ReadFeedAsync()).HeadSequence.ShouldBe(5);
        var status = host.App.Services.GetRequiredService<RelayStatus<NotesDb>>();
        (status.NumberedSequence, status.PublishedSequence).ShouldBe((5, 0));
    }

    [Fact]
    public async Task AfterARestart_WhatWasNotPublishedIs()
    {
        await using (var host = await NotesHost.StartAsync(data, bus: bus => bus.WaitForEver()))
        {
            await host.EmitAsync(3);
            await host.NumberedAsync(3);
            await Patience.UntilAsync(() => Task.FromResult(!host.Bus.Tried.IsEmpty));
        }

        await using var next = await NotesHost.StartAsync(data);

        await next.PublishedAsync(3);
        Published(next).ShouldBe([1, 2, 3]);
        await next.EmitAsync(1);
        await next.PublishedAsync(4);
        Published(next).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task RunThatTheBusRefuses_IsParkedAfterTenAttempts_AndHoldsUpNothing()
    {
        await using var host = await NotesHost.StartAsync(
            data, new JumpingTime(), bus: bus => bus.Instead = Refuse, settings: new() { ["Relay:RunLength"] = "1", ["Relay:ConfirmWindow"] = "2" });

        await host.EmitAsync(5);

        await host.PublishedAsync(5);
        Published(host).Count(sequence => sequence == 3).ShouldBe(10);
        Published(host).Where(sequence => sequence != 3).ShouldBe([1, 2, 4, 5], ignoreOrder: true);
        var parked = await host.QueryAsync(db => db.Set<ParkedRunRow>().SingleAsync());
        (parked.FirstSequence, parked.LastSequence, parked.Error).ShouldBe((3, 3, "cannot be written"));
        (await host.ReadFeedAsync()).Events.Count.ShouldBe(5);

        static Task? Refuse(EventRun run) =>
            run.Events[0].Sequence == 3 ? Task.FromException(new SerializationException("cannot be written")) : null;
    }
}
