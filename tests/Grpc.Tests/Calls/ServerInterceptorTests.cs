using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Tests.Hosting;
using Grpc.Tests.Protos;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Calls;

public sealed class ServerInterceptorTests
{
    [Fact]
    public async Task Interceptors_OnTheServer_RunAroundEveryKindOfCallInTheOrderGiven()
    {
        var journal = new Journal();
        await using var server = await StartAsync(journal);
        var client = server.Client();

        await client.SayAsync(new EchoRequest());
        await client.Repeat(new EchoRequest { Times = 1 }).ResponseStream.ReadAllAsync().CountAsync();
        using var join = client.Join();
        await join.RequestStream.CompleteAsync();
        await join;
        using var chat = client.Chat();
        await chat.RequestStream.CompleteAsync();
        (await chat.ResponseStream.MoveNext()).ShouldBeFalse();

        journal.Lines.ShouldBe(
        [
            "outer Unary Say", "inner Unary Say", "outer ServerStreaming Repeat", "inner ServerStreaming Repeat",
            "outer ClientStreaming Join", "inner ClientStreaming Join", "outer DuplexStreaming Chat", "inner DuplexStreaming Chat",
        ]);
    }

    [Fact]
    public async Task Interceptor_ThatRefuses_KeepsTheCallFromTheMethod()
    {
        var called = false;
        await using var server = await EchoServer.StartAsync(
            new EchoHandlers { Say = (_, _) => Task.FromResult(new EchoReply { Text = $"{called = true}" }) },
            options => options.Interceptors.Add<Refusing>());

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client().SayAsync(new EchoRequest()));

        failure.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        called.ShouldBeFalse();
    }

    [Fact]
    public async Task Definition_WithInterceptors_RunsTheFirstFirstForEveryKind()
    {
        var journal = new Journal();
        var definition = Echo.BindService(new EchoService(new EchoHandlers())).Intercept(new Outer(journal), new Inner(journal));
        await using var server = await EchoServer.StartAsync(definition: definition);
        var client = server.Client();

        (await client.SayAsync(new EchoRequest { Text = "a" })).Text.ShouldBe("a");
        (await client.Repeat(new EchoRequest { Times = 2 }).ResponseStream.ReadAllAsync().CountAsync()).ShouldBe(2);
        using var join = client.Join();
        await join.RequestStream.CompleteAsync();
        await join;
        using var chat = client.Chat();
        await chat.RequestStream.CompleteAsync();
        (await chat.ResponseStream.MoveNext()).ShouldBeFalse();

        journal.Lines.Where((_, i) => i % 2 == 0).ShouldAllBe(line => line.StartsWith("outer", StringComparison.Ordinal));
        journal.Lines.Count.ShouldBe(8);
    }

    static Task<EchoServer> StartAsync(Journal journal) => EchoServer.StartAsync(
        configure: options =>
        {
            options.Interceptors.Add<Outer>();
            options.Interceptors.Add<Inner>();
        },
        services: services => services.AddSingleton(journal));

    public sealed class Journal
    {
        public List<string> Lines { get; } = [];
    }

    public sealed class Outer(Journal journal) : Noting(journal, "outer");

    public sealed class Inner(Journal journal) : Noting(journal, "inner");

    public sealed class Refusing : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw new RpcException(new Status(StatusCode.PermissionDenied, "not yours"));
    }

    public abstract class Noting(Journal journal, string name) : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            Note("Unary", context);
            return base.UnaryServerHandler(request, context, continuation);
        }

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Note("ClientStreaming", context);
            return base.ClientStreamingServerHandler(requestStream, context, continuation);
        }

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Note("ServerStreaming", context);
            return base.ServerStreamingServerHandler(request, responseStream, context, continuation);
        }

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Note("DuplexStreaming", context);
            return base.DuplexStreamingServerHandler(requestStream, responseStream, context, continuation);
        }

        void Note(string kind, ServerCallContext context) => journal.Lines.Add($"{name} {kind} {context.Method[(context.Method.LastIndexOf('/') + 1)..]}");
    }
}
