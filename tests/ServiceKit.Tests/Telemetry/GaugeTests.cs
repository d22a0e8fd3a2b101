using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Telemetry;

public sealed class GaugeTests : IDisposable
{
    static readonly TimeSpan Round = TimeSpan.FromSeconds(15);
    readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    static Task UntilAsync(JumpingTime time, Func<bool> condition) =>
        Patience.UntilAsync(() => Task.FromResult(condition()), () => time.Advance(Round));

    [Fact]
    public async Task RelayThatCannotPublish_IsSeenByTheAgeOfItsOldestEvent_UntilTheBusIsBack()
    {
        var time = new JumpingTime();
        await using var host = await NotesHost.StartAsync(data, time, bus: bus => bus.Instead = _ => Task.FromException(new InvalidOperationException("away")));
        using var measured = new Measured(host.App.Services);

        await host.EmitAsync(3);

        await UntilAsync(time, () => measured.Now("ansinh.relay.oldest_age") > 60);
        measured.Now("ansinh.relay.unpublished").ShouldBe(3);
        measured.Of("ansinh.relay.oldest_age").ShouldAllBe(one => one.Tags["source"] == NotesHost.Source);
        host.Bus.Instead = _ => null;
        await UntilAsync(time, () => measured.Now("ansinh.relay.oldest_age") == 0);
        measured.Now("ansinh.relay.unpublished").ShouldBe(0);
        measured.Now("ansinh.relay.parked").ShouldBe(0);
    }

    [Fact]
    public async Task Subscription_ThatHasBookedAll_IsNotBehind_AndItsSourceIsReachable()
    {
        var time = new JumpingTime();
        await using var host = await NotesHost.StartAsync(data, time, follows: true);
        using var measured = new Measured(host.App.Services);

        await host.EmitAsync(3);
        await UntilAsync(time, () => measured.Now("ansinh.subscription.reachable") == 1 && measured.Now("ansinh.subscription.behind") == 0);

        measured.Now("ansinh.subscription.lag").ShouldBe(0);
        measured.Of("ansinh.subscription.behind")[0].Tags["source"].ShouldBe(NotesHost.Source);
    }

    [Fact]
    public async Task Rpc_IsMeasuredWithTheStatusThatTheCallerGets()
    {
        await using var host = await TestHost.StartAsync();
        using var measured = new Measured(host.App.Services);

        await host.Employers.GetEmployerAsync(new GetEmployerRequest(), host.Headers());
        await Should.ThrowAsync<RpcException>(async () => await host.Employers.GetEmployerAsync(new GetEmployerRequest()));

        await Patience.UntilAsync(() => Task.FromResult(measured.Of("ansinh.rpc.duration").Count == 2));
        var calls = measured.Of("ansinh.rpc.duration");
        calls.Select(one => one.Tags["code"]).ShouldBe(["OK", "Unauthenticated"]);
        calls.ShouldAllBe(one => one.Tags["method"] == "ansinh.employment.v1.EmployerService/GetEmployer" && one.Tags["kind"] == "unary" && one.Value >= 0);
    }

    [Fact]
    public async Task Disk_AndHealth_AreMeasured_AndNoCertificateWhereThereIsNone()
    {
        var time = new JumpingTime();
        await using var host = await NotesHost.StartAsync(data, time);
        using var measured = new Measured(host.App.Services);

        await UntilAsync(time, () => measured.Now("ansinh.disk.free") > 0 && measured.Now("ansinh.disk.size") > 0 && measured.Now("ansinh.database.size") > 0);

        // A round may end the checks of the one before by their time limit, so healthy is what is waited for.
        await UntilAsync(time, () => measured.Of("ansinh.health.status").Any(one => one.Tags["check"] == "notes.database" && one.Value == 2));
        measured.Now("ansinh.certificate.remaining").ShouldBeNull();
    }

    [Fact]
    public async Task RunThatDoesNotJoinOn_IsCountedAsAGap()
    {
        await using var host = await NotesHost.StartAsync(data, new JumpingTime(), follows: true);
        using var measured = new Measured(host.App.Services);
        await host.EmitAsync(3);
        await Patience.UntilAsync(async () => (await host.BookedAsync()).Count == 3);
        var run = await host.RunAsync(3, 3);

        await host.Subscription.OfferAsync(run, CancellationToken.None);
        measured.Of("ansinh.subscription.gaps").ShouldBeEmpty();
        await host.Subscription.OfferAsync(run with { Events = [run.Events[0] with { Sequence = 5 }] }, CancellationToken.None);

        var (value, tags) = measured.Of("ansinh.subscription.gaps").ShouldHaveSingleItem();
        (value, tags["source"]).ShouldBe((1, NotesHost.Source));
    }
}
