using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Events.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Quotas;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Notes;
using AnSinh.ServiceKit.Tests.Telemetry;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Quotas;

public sealed class QuotaTests : IAsyncLifetime
{
    static readonly TimeSpan quarter = TimeSpan.FromSeconds(0.25);

    readonly JumpingTime time = new();
    TestHost host = null!;

    public async Task InitializeAsync() => host = await StartAsync([]);

    public async Task DisposeAsync() => await host.DisposeAsync();

    Task<TestHost> StartAsync(Dictionary<string, string?> more) => TestHost.StartAsync(
        builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Services.AddSingleton<FeedProbe>();
            builder.AddGrpc<FeedProbe>(EventFeed.Descriptor);
        },
        new(more)
        {
            ["Identity:Roles:platform-service:0"] = Probe.Read,
            ["Quota:Default:RequestsPerSecond"] = "4",
            ["Quota:Default:Burst"] = "3",
            ["Quota:Default:ConcurrentCalls"] = "2",
            ["Agencies:tax:Name"] = "Cơ quan thuế",
            ["Agencies:tax:Permissions"] = $"{Probe.Read} events.read",
            ["Agencies:tax:Areas"] = "*",
            ["Agencies:police:Name"] = "Công an",
            ["Agencies:police:Permissions"] = Probe.Read,
            ["Agencies:police:Quota:RequestsPerSecond"] = "0.5",
            ["Agencies:police:Quota:Burst"] = "1",
        });

    Metadata As(string client) => TestHost.Bearer(host.App.Services.GetRequiredService<DevelopmentIssuer>().IssueClientToken(client, TimeSpan.FromHours(1)));

    AsyncUnaryCall<Employer> Call(Metadata who) => host.Employers.GetEmployerAsync(new GetEmployerRequest(), who);

    AsyncServerStreamingCall<SubscribeResponse> Subscribe() =>
        new EventFeed.EventFeedClient(host.Channel).Subscribe(new SubscribeRequest(), As("tax"), DateTime.UtcNow + Patience.Limit);

    async Task ServeAsync(Metadata who, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Call(who);
        }
    }

    async Task<(RpcException Fault, Refusal Refusal)> RefusedAsync(Metadata who)
    {
        var fault = await Should.ThrowAsync<RpcException>(async () => await Call(who));
        fault.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        var refusal = Refusal.From(fault).ShouldNotBeNull();
        refusal.Code.ShouldBe(QuotaInterceptor.Exceeded);
        return (fault, refusal);
    }

    [Fact]
    public async Task Calls_BeyondTheBurst_AreRefused_WithTheExactWait()
    {
        await ServeAsync(As("tax"), 3);

        var (fault, refusal) = await RefusedAsync(As("tax"));

        refusal.RetryAfter.ShouldBe(quarter);
        refusal.Metadata["quota"].ShouldBe("requests_per_second");
        refusal.Message.ShouldContain("4 yêu cầu mỗi giây, dồn một lúc tối đa 3");
        refusal.Message.ShouldContain("sau 0,25 giây");
        fault.Trailers.GetValue("grpc-retry-pushback-ms").ShouldBe("250");
        var status = Google.Rpc.Status.Parser.ParseFrom(fault.Trailers.GetValueBytes("grpc-status-details-bin"));
        status.Details.Single(detail => detail.Is(RetryInfo.Descriptor)).Unpack<RetryInfo>().RetryDelay.ToTimeSpan().ShouldBe(quarter);
        status.Details.Single(detail => detail.Is(QuotaFailure.Descriptor)).Unpack<QuotaFailure>().Violations.Single().Subject.ShouldBe("requests_per_second");
    }

    [Fact]
    public async Task Calls_AreServedAfterTheWait_AndNotBefore()
    {
        await ServeAsync(As("tax"), 3);
        time.Advance(quarter - TimeSpan.FromMilliseconds(1));
        (await RefusedAsync(As("tax"))).Refusal.RetryAfter.ShouldBe(TimeSpan.FromMilliseconds(1));

        time.Advance(TimeSpan.FromMilliseconds(1));
        await ServeAsync(As("tax"), 1);
        await RefusedAsync(As("tax"));

        time.Advance(TimeSpan.FromMinutes(10));
        await ServeAsync(As("tax"), 3);
        await RefusedAsync(As("tax"));
    }

    // By itself the policy would wait up to an hour: that it comes back is the server's word.
    [Fact]
    public async Task GrpcsOwnRetryPolicy_WaitsAsLongAsTheServerSays()
    {
        var policy = new RetryPolicy
        {
            MaxAttempts = 5,
            InitialBackoff = TimeSpan.FromHours(1),
            MaxBackoff = TimeSpan.FromHours(1),
            BackoffMultiplier = 1,
            RetryableStatusCodes = { StatusCode.ResourceExhausted },
        };
        using var channel = GrpcChannel.ForAddress(host.App.Services.GetRequiredService<HostAddresses>().Grpc, new GrpcChannelOptions
        {
            ServiceConfig = new ServiceConfig { MethodConfigs = { new MethodConfig { Names = { MethodName.Default }, RetryPolicy = policy } } },
        });
        using var measured = new Measured(host.App.Services);
        await ServeAsync(As("tax"), 3);

        var call = new EmployerService.EmployerServiceClient(channel).GetEmployerAsync(new GetEmployerRequest(), As("tax"), DateTime.UtcNow + Patience.Limit).ResponseAsync;
        await Patience.UntilAsync(() => Task.FromResult(measured.Of("ansinh.quota.refused").Count > 0));
        time.Advance(quarter);

        (await call).DisplayName.ShouldBe("agency:tax");
    }

    [Fact]
    public async Task Calls_OfAnotherClient_AreNotAffected_AndHaveTheirOwnQuota()
    {
        await ServeAsync(As("tax"), 3);
        await RefusedAsync(As("tax"));

        await ServeAsync(As("police"), 1);
        (await RefusedAsync(As("police"))).Refusal.RetryAfter.ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Streams_HoldAPlaceUntilTheyEnd_AlsoWhenTheyAreCancelled()
    {
        var release = new TaskCompletionSource();
        var running = new SemaphoreSlim(0);
        host.Probe.Act = async _ =>
        {
            running.Release();
            await release.Task;
            return "";
        };
        using var stream = Subscribe();
        await stream.ResponseStream.MoveNext();
        var waiting = Call(As("tax")).ResponseAsync;
        await running.WaitAsync(Patience.Limit);

        var (_, refusal) = await RefusedAsync(As("tax"));
        refusal.Metadata["quota"].ShouldBe("concurrent_calls");
        refusal.RetryAfter.ShouldBe(TimeSpan.FromSeconds(1));

        // The other place stays taken: only the cancelled stream's can be had.
        stream.Dispose();
        await Patience.UntilAsync(async () =>
        {
            time.Advance(quarter);
            try
            {
                using var again = Subscribe();
                return await again.ResponseStream.MoveNext();
            }
            catch (RpcException full) when (full.StatusCode == StatusCode.ResourceExhausted)
            {
                return false;
            }
        });
        release.SetResult();
        await waiting;
    }

    [Fact]
    public async Task ServicesOfThePlatform_AndOfficialsUnderTheDevelopmentIssuer_AreNotLimited()
    {
        await ServeAsync(TestHost.Bearer(host.Token("service:reporting", [], ["platform-service"])), 50);
        await ServeAsync(host.Headers(), 50);

        host.App.Services.GetRequiredService<CallBudgets>().Count.ShouldBe(0);
    }

    [Fact]
    public async Task Officials_AreLimitedOneByOne_WhereConfigurationSaysSo()
    {
        await host.DisposeAsync();
        host = await StartAsync(new() { ["Quota:Officials:Burst"] = "2" });

        await ServeAsync(TestHost.Bearer(host.Token("official-1")), 2);
        (await RefusedAsync(TestHost.Bearer(host.Token("official-1")))).Refusal.RetryAfter.ShouldBe(TimeSpan.FromMilliseconds(5));
        await ServeAsync(TestHost.Bearer(host.Token("official-2")), 2);
    }

    [Fact]
    public async Task Budgets_OfThoseWhoCallNoMore_AreDropped_AndStrangersGetNone()
    {
        var budgets = host.App.Services.GetRequiredService<CallBudgets>();
        await Should.ThrowAsync<RpcException>(async () => await Call(As("invented")));
        budgets.Count.ShouldBe(0);
        await ServeAsync(As("police"), 1);
        budgets.Count.ShouldBe(1);

        time.Advance(TimeSpan.FromMinutes(2));
        await ServeAsync(As("tax"), 1);

        budgets.Count.ShouldBe(1);
        await ServeAsync(As("police"), 1);
        await RefusedAsync(As("police"));
    }

    [Fact]
    public async Task Refusals_AreCountedByClient()
    {
        using var measured = new Measured(host.App.Services);
        await ServeAsync(As("police"), 1);
        await RefusedAsync(As("police"));

        var (value, tags) = measured.Of("ansinh.quota.refused").ShouldHaveSingleItem();
        value.ShouldBe(1);
        tags.ShouldBe(new Dictionary<string, string> { ["client"] = "police", ["quota"] = "requests_per_second" }, ignoreOrder: true);
    }
}
