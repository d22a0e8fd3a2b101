using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Tests.Hosting;
using Grpc.Tests.Protos;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Calls;

public sealed class MessageSizeTests
{
    const int Limit = 1000;

    static readonly EchoRequest Small = new() { Text = new string('a', Limit / 2) };
    static readonly EchoRequest Large = new() { Text = new string('a', Limit * 2) };

    [Fact]
    public async Task Request_AboveTheServersLimit_IsRefused()
    {
        await using var server = await EchoServer.StartAsync(configure: options => options.MaxReceiveMessageSize = Limit);
        await CheckAsync(server.Client());
    }

    [Fact]
    public async Task Response_AboveTheServersLimit_IsRefused()
    {
        await using var server = await EchoServer.StartAsync(configure: options => options.MaxSendMessageSize = Limit);
        await CheckAsync(server.Client());
    }

    [Fact]
    public async Task Request_AboveTheClientsLimit_IsRefused()
    {
        await using var server = await EchoServer.StartAsync();
        await CheckAsync(server.Client(new GrpcChannelOptions { MaxSendMessageSize = Limit }));
    }

    [Fact]
    public async Task Response_AboveTheClientsLimit_IsRefused()
    {
        await using var server = await EchoServer.StartAsync();
        await CheckAsync(server.Client(new GrpcChannelOptions { MaxReceiveMessageSize = Limit }));
    }

    static async Task CheckAsync(Echo.EchoClient client)
    {
        (await client.SayAsync(Small)).Text.ShouldBe(Small.Text);
        var failure = await Should.ThrowAsync<RpcException>(async () => await client.SayAsync(Large));
        failure.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }
}
