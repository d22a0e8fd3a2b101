using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Deadlines;
using AnSinh.ServiceKit.Tests.Hosting;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Deadlines;

public sealed class DefaultDeadlineTests
{
    static async Task<DateTime> DeadlineAsync(TestHost host, DateTime? sent = null)
    {
        var seen = DateTime.MinValue;
        host.Probe.Act = context =>
        {
            seen = context.Deadline;
            return Task.FromResult("");
        };
        await host.Employers.GetEmployerAsync(new GetEmployerRequest(), host.Headers(), sent);
        return seen;
    }

    [Fact]
    public async Task Call_WithoutDeadline_GetsTheDefault()
    {
        await using var host = await TestHost.StartAsync();

        (await DeadlineAsync(host)).ShouldBeInRange(DateTime.UtcNow.AddSeconds(10), DateTime.UtcNow.AddSeconds(31));
    }

    [Fact]
    public async Task Call_WithADeadline_KeepsIt()
    {
        await using var host = await TestHost.StartAsync();

        (await DeadlineAsync(host, DateTime.UtcNow.AddMinutes(10))).ShouldBeGreaterThan(DateTime.UtcNow.AddMinutes(5));
    }

    [Fact]
    public async Task Call_WhenTheDefaultIsOff_HasNone()
    {
        await using var host = await TestHost.StartAsync(settings: new() { ["Hosting:DefaultDeadlineSeconds"] = "0" });

        (await DeadlineAsync(host)).ShouldBe(DateTime.MaxValue);
    }

    [Fact]
    public async Task Call_WhenTheDefaultPasses_IsCancelledAndToldSo()
    {
        await using var host = await TestHost.StartAsync(settings: new() { ["Hosting:DefaultDeadlineSeconds"] = "0.2" });
        var cancelled = new TaskCompletionSource();
        host.Probe.Act = async context =>
        {
            context.CancellationToken.Register(cancelled.SetResult);
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return "";
        };

        var fault = await Should.ThrowAsync<RpcException>(async () => await host.Employers.GetEmployerAsync(new GetEmployerRequest(), host.Headers()));

        fault.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Call_TellsItsOwnCallsWhatIsLeft()
    {
        await using var host = await TestHost.StartAsync();
        DateTimeOffset? inside = null;
        host.Probe.Act = async context =>
        {
            await Task.Yield();
            inside = CallDeadline.Current;
            return "";
        };

        await host.Employers.GetEmployerAsync(new GetEmployerRequest(), host.Headers());

        inside.ShouldNotBeNull().ShouldBeInRange(DateTimeOffset.UtcNow.AddSeconds(10), DateTimeOffset.UtcNow.AddSeconds(31));
        CallDeadline.Current.ShouldBeNull();
    }
}
