using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Tests.Hosting;
using Grpc.Tests.Protos;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Calls;

public sealed class ClientInterceptorTests
{
    [Fact]
    public async Task Interceptor_OnAChannel_SeesEveryKindOfCall()
    {
        await using var server = await EchoServer.StartAsync();
        var seen = new Noting();
        var client = new Echo.EchoClient(server.Channel().Intercept(seen));

        client.Say(new EchoRequest { Text = "a" }).Text.ShouldBe("a");
        (await client.SayAsync(new EchoRequest { Text = "b" })).Text.ShouldBe("b");
        (await client.Repeat(new EchoRequest { Text = "c", Times = 2 }).ResponseStream.ReadAllAsync().CountAsync()).ShouldBe(2);
        using var join = client.Join();
        await join.RequestStream.CompleteAsync();
        await join;
        using var chat = client.Chat();
        await chat.RequestStream.CompleteAsync();
        (await chat.ResponseStream.MoveNext()).ShouldBeFalse();

        seen.Names.ShouldBe(["blocking Say", "Say", "Repeat", "Join", "Chat"]);
    }

    [Fact]
    public async Task Function_OnAChannel_AddsHeaders()
    {
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Say = (_, context) => Task.FromResult(new EchoReply { Text = context.RequestHeaders.GetValue("lang")! }),
        });
        var client = new Echo.EchoClient(server.Channel().Intercept(headers => [.. headers, new Metadata.Entry("lang", "vi")]));

        (await client.SayAsync(new EchoRequest())).Text.ShouldBe("vi");
    }

    [Fact]
    public async Task Interceptor_ThatWrapsTheResponse_ChangesWhatTheCallerGets()
    {
        await using var server = await EchoServer.StartAsync();
        var client = new Echo.EchoClient(server.Channel().Intercept(new Failing(), new Shouting()));

        using var call = client.SayAsync(new EchoRequest { Text = "a" });

        (await call).Text.ShouldBe("A");
        await call.ResponseHeadersAsync;
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    sealed class Noting : Interceptor
    {
        public List<string> Names { get; } = [];

        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            Names.Add($"blocking {context.Method.Name}");
            return base.BlockingUnaryCall(request, context, continuation);
        }

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            Names.Add(context.Method.Name);
            return base.AsyncUnaryCall(request, context, continuation);
        }

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            Names.Add(context.Method.Name);
            return base.AsyncServerStreamingCall(request, context, continuation);
        }

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            Names.Add(context.Method.Name);
            return base.AsyncClientStreamingCall(context, continuation);
        }

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            Names.Add(context.Method.Name);
            return base.AsyncDuplexStreamingCall(context, continuation);
        }
    }

    /// <summary>Answers in capitals.</summary>
    sealed class Shouting : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            var call = continuation(request, context);
            return new AsyncUnaryCall<TResponse>(ShoutAsync(call.ResponseAsync), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
        }

        static async Task<TResponse> ShoutAsync<TResponse>(Task<TResponse> response) =>
            await response is EchoReply reply ? (TResponse)(object)new EchoReply { Text = reply.Text.ToUpperInvariant() } : await response;
    }

    /// <summary>The first attempt is lost on the way; the interceptor goes on a second time.</summary>
    sealed class Failing : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            continuation(request, context).Dispose();
            return continuation(request, context);
        }
    }
}
