using Grpc.Core;
using Grpc.Tests.Hosting;
using Grpc.Tests.Protos;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Calls;

public sealed class HeadersAndTrailersTests
{
    // Every byte value, and a length that base 64 has to pad.
    static readonly byte[] Bytes = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];

    [Fact]
    public async Task RequestHeaders_TextAndBinary_ReachTheServer()
    {
        var seen = Metadata.Empty;
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Say = (_, context) =>
            {
                seen = context.RequestHeaders;
                return Task.FromResult(new EchoReply());
            },
        });

        await server.Client().SayAsync(new EchoRequest(), new Metadata { { "X-Step", "3" }, { "raw-bin", Bytes } });

        seen.GetValue("x-step").ShouldBe("3");
        seen.GetValueBytes("raw-bin").ShouldBe(Bytes);
    }

    [Fact]
    public async Task ResponseHeadersAndTrailers_TextAndBinary_ReachTheClient()
    {
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Say = async (_, context) =>
            {
                await context.WriteResponseHeadersAsync(new Metadata { { "h", "1" }, { "h-bin", Bytes } });
                context.ResponseTrailers.Add("t", "2");
                context.ResponseTrailers.Add("t-bin", Bytes);
                return new EchoReply();
            },
        });

        using var call = server.Client().SayAsync(new EchoRequest());
        var headers = await call.ResponseHeadersAsync;
        await call;

        headers.GetValue("h").ShouldBe("1");
        headers.GetValueBytes("h-bin").ShouldBe(Bytes);
        call.GetTrailers().GetValue("t").ShouldBe("2");
        call.GetTrailers().GetValueBytes("t-bin").ShouldBe(Bytes);
    }

    [Fact]
    public async Task ResponseHeaders_OfAStream_ComeBeforeItsFirstMessage()
    {
        var read = new Signal();
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Repeat = async (_, _, context) =>
            {
                await context.WriteResponseHeadersAsync(new Metadata { { "h", "early" } });
                await read.WaitAsync();
            },
        });

        using var call = server.Client().Repeat(new EchoRequest());
        (await call.ResponseHeadersAsync).GetValue("h").ShouldBe("early");
        read.Set();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
    }

    [Fact]
    public async Task TrailersOfAFailure_ComeWithTheException()
    {
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Say = (_, _) => throw new RpcException(
                new Status(StatusCode.FailedPrecondition, "thiếu giấy tờ"), new Metadata { { "t-bin", Bytes }, { "t", "1" } }),
        });

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client().SayAsync(new EchoRequest()));

        failure.Trailers.GetValueBytes("t-bin").ShouldBe(Bytes);
        failure.Trailers.GetValue("t").ShouldBe("1");
        failure.Status.Detail.ShouldBe("thiếu giấy tờ");
    }

    [Fact]
    public async Task Context_OnTheServer_KnowsMethodHostAndPeer()
    {
        ServerCallContext? seen = null;
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Say = (_, context) =>
            {
                context.UserState["k"] = "v";
                seen = context;
                context.UserState["k"].ShouldBe("v");
                context.AuthContext.IsPeerAuthenticated.ShouldBeFalse();
                context.Deadline.ShouldBe(DateTime.MaxValue);
                return Task.FromResult(new EchoReply { Text = $"{context.Method} {context.Host} {context.Peer}" });
            },
        });

        var text = (await server.Client().SayAsync(new EchoRequest())).Text;

        text.ShouldStartWith($"/ansinh.grpctests.v1.Echo/Say {new Uri(server.Address).Authority} ipv4:127.0.0.1:");
        seen.ShouldNotBeNull();
    }
}
