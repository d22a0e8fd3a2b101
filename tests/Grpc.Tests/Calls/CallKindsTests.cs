using Grpc.Core;
using Grpc.Tests.Hosting;
using Grpc.Tests.Protos;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Calls;

public sealed class CallKindsTests
{
    [Fact]
    public async Task Unary_WhenAwaited_GivesTheResponse()
    {
        await using var server = await EchoServer.StartAsync();

        var reply = await server.Client().SayAsync(new EchoRequest { Text = "xin chào" });

        reply.Text.ShouldBe("xin chào");
    }

    [Fact]
    public async Task Unary_WhenCalledBlocking_GivesTheResponse()
    {
        await using var server = await EchoServer.StartAsync();

        server.Client().Say(new EchoRequest { Text = "xin chào" }).Text.ShouldBe("xin chào");
    }

    [Fact]
    public async Task ServerStreaming_WhenReadToTheEnd_GivesEveryResponseInOrder()
    {
        await using var server = await EchoServer.StartAsync();

        using var call = server.Client().Repeat(new EchoRequest { Text = "lần", Times = 3 });
        var texts = await call.ResponseStream.ReadAllAsync().Select(reply => reply.Text).ToListAsync();

        texts.ShouldBe(["lần 1", "lần 2", "lần 3"]);
        call.GetStatus().ShouldBe(Status.DefaultSuccess);
    }

    [Fact]
    public async Task ClientStreaming_WhenCompleted_GivesOneResponseToAllRequests()
    {
        await using var server = await EchoServer.StartAsync();

        using var call = server.Client().Join();
        foreach (var text in new[] { "a", "b", "c" }) await call.RequestStream.WriteAsync(new EchoRequest { Text = text });
        await call.RequestStream.CompleteAsync();

        (await call).Text.ShouldBe("a+b+c");
    }

    [Fact]
    public async Task DuplexStreaming_WhenRequestsAndResponsesAlternate_AnswersEach()
    {
        await using var server = await EchoServer.StartAsync();

        using var call = server.Client().Chat();
        foreach (var text in new[] { "một", "hai", "ba" })
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = text });
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            call.ResponseStream.Current.Text.ShouldBe(text);
        }

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
        call.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }
}
