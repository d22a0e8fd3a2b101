using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Grpc.Tests.Hosting;
using Grpc.Tests.Protos;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Calls;

public sealed class RetryTests
{
    readonly List<string?> attempts = [];

    [Fact]
    public async Task Call_ThatFailsTwiceForAPassingReason_SucceedsTheThirdTime()
    {
        await using var server = await StartAsync(failures: 2, StatusCode.Unavailable);

        (await Client(server).SayAsync(new EchoRequest { Text = "a" })).Text.ShouldBe("a");

        attempts.ShouldBe([null, "1", "2"]);
    }

    [Fact]
    public async Task Call_ThatKeepsFailing_IsGivenUpAfterTheLastAttempt()
    {
        await using var server = await StartAsync(failures: 100, StatusCode.Unavailable);

        var failure = await Should.ThrowAsync<RpcException>(async () => await Client(server).SayAsync(new EchoRequest()));

        failure.StatusCode.ShouldBe(StatusCode.Unavailable);
        attempts.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Call_ThatFailsForAnotherReason_IsNotTriedAgain()
    {
        await using var server = await StartAsync(failures: 1, StatusCode.FailedPrecondition);

        await Should.ThrowAsync<RpcException>(async () => await Client(server).SayAsync(new EchoRequest()));

        attempts.Count.ShouldBe(1);
    }

    Task<EchoServer> StartAsync(int failures, StatusCode code) => EchoServer.StartAsync(new EchoHandlers
    {
        Say = (request, context) =>
        {
            attempts.Add(context.RequestHeaders.GetValue("grpc-previous-rpc-attempts"));
            return attempts.Count <= failures
                ? throw new RpcException(new Status(code, ""))
                : Task.FromResult(new EchoReply { Text = request.Text });
        },
    });

    static Echo.EchoClient Client(EchoServer server) => server.Client(new GrpcChannelOptions
    {
        ServiceConfig = new ServiceConfig
        {
            MethodConfigs =
            {
                new MethodConfig
                {
                    Names = { MethodName.Default },
                    RetryPolicy = new RetryPolicy
                    {
                        MaxAttempts = 4,
                        InitialBackoff = TimeSpan.FromMilliseconds(1),
                        MaxBackoff = TimeSpan.FromMilliseconds(2),
                        BackoffMultiplier = 1,
                        RetryableStatusCodes = { StatusCode.Unavailable },
                    },
                },
            },
        },
    });
}
