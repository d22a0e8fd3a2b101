using Grpc.Core;
using Grpc.Tests.Hosting;
using Grpc.Tests.Protos;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Calls;

public sealed class CancellationTests
{
    readonly Signal arrived = new();
    readonly Signal stopped = new();

    [Fact]
    public async Task Cancel_ByTheClientsToken_StopsTheServerAndFailsTheCall()
    {
        await using var server = await StartWaitingAsync();
        using var source = new CancellationTokenSource();

        using var call = server.Client().SayAsync(new EchoRequest(), cancellationToken: source.Token);
        await arrived.WaitAsync();
        await source.CancelAsync();

        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await stopped.WaitAsync();
    }

    [Fact]
    public async Task Cancel_BeforeTheCall_FailsItAtOnce()
    {
        await using var server = await StartWaitingAsync();

        var failure = await Should.ThrowAsync<RpcException>(async () =>
            await server.Client().SayAsync(new EchoRequest(), cancellationToken: new CancellationToken(canceled: true)));

        failure.StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public async Task Dispose_OfACallUnderWay_StopsTheServer()
    {
        await using var server = await StartWaitingAsync();

        var call = server.Client().Chat();
        await arrived.WaitAsync();
        call.Dispose();

        await stopped.WaitAsync();
    }

    [Fact]
    public async Task Cancel_ByTheTokenOfARead_FailsTheCall()
    {
        await using var server = await StartWaitingAsync();
        using var source = new CancellationTokenSource();

        using var call = server.Client().Chat();
        var reading = call.ResponseStream.MoveNext(source.Token);
        await arrived.WaitAsync();
        await source.CancelAsync();

        (await Should.ThrowAsync<RpcException>(() => reading)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await stopped.WaitAsync();
    }

    [Fact]
    public async Task Cancel_ByTheServer_ReachesTheClientAsCancelled()
    {
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Repeat = async (_, responses, _) =>
            {
                await responses.WriteAsync(new EchoReply());
                throw new RpcException(Status.DefaultCancelled);
            },
        });

        using var call = server.Client().Repeat(new EchoRequest());
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext())).StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public async Task Abort_ByTheServer_FailsTheClientsCall()
    {
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Say = async (_, context) =>
            {
                context.GetHttpContext().Abort();
                await stopped.WaitUntilCancelledAsync(context.CancellationToken);
                return new EchoReply();
            },
        });

        await Should.ThrowAsync<RpcException>(async () => await server.Client().SayAsync(new EchoRequest()));
        await stopped.WaitAsync();
    }

    Task<EchoServer> StartWaitingAsync() => EchoServer.StartAsync(new EchoHandlers
    {
        Say = async (_, context) =>
        {
            arrived.Set();
            await stopped.WaitUntilCancelledAsync(context.CancellationToken);
            return new EchoReply();
        },
        Chat = async (_, _, context) =>
        {
            arrived.Set();
            await stopped.WaitUntilCancelledAsync(context.CancellationToken);
        },
    });
}
