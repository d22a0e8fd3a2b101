using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Resilience;
using AnSinh.ServiceKit.Tests.Hosting;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Resilience;

public sealed class GrpcChannelsTests : IAsyncDisposable
{
    readonly Dictionary<string, string?> settings = new()
    {
        ["Identity:Roles:platform-service:0"] = Probe.Read,
        ["Resilience:BaseDelaySeconds"] = "0.001",
    };

    TestHost? host;
    int calls;

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    async Task<EmployerService.EmployerServiceClient> ServeAsync(Func<int, ServerCallContext, Task> act)
    {
        host = await TestHost.StartAsync(settings: settings);
        host.Probe.Act = async context =>
        {
            var call = Interlocked.Increment(ref calls);
            await act(call, context);
            return $"{call} {Probe.CallerOf(context).Subject}";
        };
        return new EmployerService.EmployerServiceClient(host.App.Services.GetRequiredService<GrpcChannels>().Invoker(GrpcChannels.Self));
    }

    static Func<int, ServerCallContext, Task> Failing(int times, StatusCode code) =>
        (call, _) => call <= times ? throw new RpcException(new Status(code, "x")) : Task.CompletedTask;

    static async Task<StatusCode> FailAsync(EmployerService.EmployerServiceClient client, CancellationToken cancellationToken = default) =>
        (await Should.ThrowAsync<RpcException>(async () => await client.GetEmployerAsync(new GetEmployerRequest(), cancellationToken: cancellationToken))).StatusCode;

    [Fact]
    public async Task Call_CarriesTheServicesOwnToken()
    {
        var client = await ServeAsync(Failing(0, StatusCode.Unavailable));

        (await client.GetEmployerAsync(new GetEmployerRequest())).DisplayName.ShouldBe("1 service:platform");
    }

    [Fact]
    public async Task Call_WhenTheTargetIsUnavailableTwice_SucceedsAtTheThirdTry()
    {
        var client = await ServeAsync(Failing(2, StatusCode.Unavailable));

        using var call = client.GetEmployerAsync(new GetEmployerRequest());
        (await call).DisplayName.ShouldStartWith("3 ");
        (await call.ResponseHeadersAsync).ShouldNotBeNull();
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task Call_WhenTheTargetStaysUnavailable_GivesUpAfterThreeTries()
    {
        var client = await ServeAsync(Failing(99, StatusCode.Unavailable));

        (await FailAsync(client)).ShouldBe(StatusCode.Unavailable);
        calls.ShouldBe(3);
    }

    [Theory]
    [InlineData(StatusCode.Internal)]
    [InlineData(StatusCode.Aborted)]
    [InlineData(StatusCode.InvalidArgument)]
    [InlineData(StatusCode.DeadlineExceeded)]
    [InlineData(StatusCode.ResourceExhausted)]
    public async Task Call_WhenTheErrorIsAnother_IsNotRepeated(StatusCode code)
    {
        var client = await ServeAsync(Failing(99, code));

        (await FailAsync(client)).ShouldBe(code);
        calls.ShouldBe(1);
    }

    [Fact]
    public async Task Call_WhenTheTargetFailsAgainAndAgain_IsNotEvenTried()
    {
        settings["Resilience:BreakerMinimumTries"] = "3";
        var client = await ServeAsync(Failing(99, StatusCode.Unavailable));

        (await FailAsync(client)).ShouldBe(StatusCode.Unavailable);
        (await FailAsync(client)).ShouldBe(StatusCode.Unavailable);

        calls.ShouldBe(3);
    }

    [Fact]
    public async Task Call_WhenOneTryHangs_IsTriedAgain()
    {
        settings["Resilience:TrySeconds"] = "1";
        var client = await ServeAsync((call, context) => call == 1 ? Task.Delay(Timeout.Infinite, context.CancellationToken) : Task.CompletedTask);

        (await client.GetEmployerAsync(new GetEmployerRequest())).DisplayName.ShouldStartWith("2 ");
    }

    [Fact]
    public async Task Call_WhenTheTotalTimePasses_IsDeadlineExceeded()
    {
        settings["Resilience:TotalSeconds"] = "0.3";
        var client = await ServeAsync((_, context) => Task.Delay(Timeout.Infinite, context.CancellationToken));

        (await FailAsync(client)).ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Call_WhenTheCallerCancels_IsCancelled()
    {
        using var cancel = new CancellationTokenSource();
        var client = await ServeAsync(async (_, context) =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        });

        (await FailAsync(client, cancel.Token)).ShouldBe(StatusCode.Cancelled);
        calls.ShouldBe(1);
    }

    [Fact]
    public async Task Call_InsideACall_GetsWhatIsLeftOfItsTime()
    {
        EmployerService.EmployerServiceClient client = null!;
        var deadlines = new List<DateTime>();
        client = await ServeAsync(async (call, context) =>
        {
            deadlines.Add(context.Deadline);
            if (call == 1)
            {
                await client.GetEmployerAsync(new GetEmployerRequest());
            }
        });

        await host!.Employers.GetEmployerAsync(new GetEmployerRequest(), host.Headers(), DateTime.UtcNow.AddSeconds(20));

        deadlines[1].ShouldBe(deadlines[0], TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("http://10.0.0.1:5080")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("employment")]
    public async Task Address_WhenItIsNotSafeOrNotKnown_IsRefused(string address)
    {
        await ServeAsync(Failing(0, StatusCode.Unavailable));

        Should.Throw<InvalidOperationException>(() => host!.App.Services.GetRequiredService<GrpcChannels>().For(address));
    }

    [Fact]
    public async Task For_TheSameAddress_IsTheSameChannel()
    {
        await ServeAsync(Failing(0, StatusCode.Unavailable));
        var channels = host!.App.Services.GetRequiredService<GrpcChannels>();

        channels.For("http://127.0.0.1:1").ShouldBeSameAs(channels.For("http://127.0.0.1:1"));
    }
}
