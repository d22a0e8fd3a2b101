using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Tests.Hosting;
using Grpc.Tests.Protos;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Calls;

public sealed class DeadlineTests
{
    // Long enough to reach a server that is warm, also on a busy machine: what is tested is that the call ends, not when.
    static DateTime Soon => TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(1);

    [Fact]
    public async Task Deadline_ThatPassesDuringTheCall_EndsItOnBothSides()
    {
        var serverStopped = new Signal();
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Say = async (_, context) =>
            {
                await serverStopped.WaitUntilCancelledAsync(context.CancellationToken);
                return new EchoReply();
            },
        });

        var client = await WarmClientAsync(server);
        var failure = await Should.ThrowAsync<RpcException>(async () => await client.SayAsync(new EchoRequest(), deadline: Soon));

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await serverStopped.WaitAsync();
    }

    [Fact]
    public async Task Deadline_ThatPassedBefore_EndsTheCallBeforeItReachesTheServer()
    {
        var called = false;
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Say = (_, _) =>
            {
                called = true;
                return Task.FromResult(new EchoReply());
            },
        });

        var failure = await Should.ThrowAsync<RpcException>(async () => await server.Client().SayAsync(new EchoRequest(), deadline: DateTime.UnixEpoch));

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        called.ShouldBeFalse();
    }

    [Fact]
    public async Task Deadline_OfAStream_EndsTheReading()
    {
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Repeat = async (_, responses, context) =>
            {
                await responses.WriteAsync(new EchoReply { Text = "first" });
                await new Signal().WaitUntilCancelledAsync(context.CancellationToken);
            },
        });

        var client = await WarmClientAsync(server);
        using var call = client.Repeat(new EchoRequest(), deadline: Soon);
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext());

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Deadline_WhichTheClientSent_IsKnownToTheServer()
    {
        var seen = DateTime.MaxValue;
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Say = (_, context) =>
            {
                seen = context.Deadline;
                return Task.FromResult(new EchoReply());
            },
        });
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1);

        await server.Client().SayAsync(new EchoRequest(), deadline: deadline);

        seen.Kind.ShouldBe(DateTimeKind.Utc);
        seen.ShouldBe(deadline, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Deadline_WhichTheClientDoesNotKeepItself_IsKeptByTheServer()
    {
        await using var server = await EchoServer.StartAsync(new EchoHandlers
        {
            Say = async (_, context) =>
            {
                await new Signal().WaitUntilCancelledAsync(context.CancellationToken);
                return new EchoReply();
            },
        });
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server.Address}/ansinh.grpctests.v1.Echo/Say")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, 0]) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
            Headers = { { "te", "trailers" }, { "grpc-timeout", "50m" } },
        };

        using var response = await http.SendAsync(request);

        response.TrailingHeaders.Concat(response.Headers).Single(header => header.Key == "grpc-status").Value.ShouldBe(["4"]);
    }

    // The first call connects and compiles, which takes a good part of a second on a busy machine.
    static async Task<Echo.EchoClient> WarmClientAsync(EchoServer server)
    {
        var client = server.Client();
        using var call = client.Join();
        await call.RequestStream.CompleteAsync();
        await call;
        return client;
    }
}
