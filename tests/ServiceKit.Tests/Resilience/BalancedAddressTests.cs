using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Events.V1;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Resilience;
using AnSinh.ServiceKit.Tests.Hosting;
using AnSinh.ServiceKit.Tests.Instances;
using AnSinh.ServiceKit.Tests.Notes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Resilience;

public sealed class BalancedAddressTests : IAsyncLifetime
{
    readonly TemporaryDirectory data = new();
    TestHost first = null!;
    TestHost second = null!;
    int atFirst;
    int atSecond;

    public async Task InitializeAsync()
    {
        first = await ServeAsync(() => Interlocked.Increment(ref atFirst));
        second = await ServeAsync(() => Interlocked.Increment(ref atSecond));
    }

    public async Task DisposeAsync()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
        data.Dispose();
    }

    static string AddressOf(TestHost host) => host.App.Services.GetRequiredService<HostAddresses>().Grpc;

    // One data directory, and so one issuer of tokens.
    async Task<TestHost> ServeAsync(Action called, string port = "0")
    {
        var host = await TestHost.StartAsync(settings: new()
        {
            ["DataDirectory"] = data.Path,
            ["Hosting:GrpcPort"] = port,
            ["Identity:Roles:platform-service:0"] = Probe.Read,
            ["Resilience:BaseDelaySeconds"] = "0.05",
        });
        host.Probe.Act = _ =>
        {
            called();
            return Task.FromResult("");
        };
        return host;
    }

    [Fact]
    public async Task Calls_GoToBothInTurn_ToTheOneThatIsLeft_AndToBothAgain()
    {
        var employers = new EmployerService.EmployerServiceClient(
            first.App.Services.GetRequiredService<GrpcChannels>().Invoker($"{AddressOf(first)}, {AddressOf(second)}"));
        await BothAsync();

        var port = new Uri(AddressOf(second)).Port;
        await second.App.StopAsync();
        atFirst = atSecond = 0;
        for (var i = 0; i < 20; i++)
        {
            await employers.GetEmployerAsync(new GetEmployerRequest());
        }

        (atFirst, atSecond).ShouldBe((20, 0));

        await second.DisposeAsync();
        second = await ServeAsync(() => Interlocked.Increment(ref atSecond), $"{port}");
        await BothAsync();

        Task BothAsync() => Patience.UntilAsync(async () =>
        {
            await employers.GetEmployerAsync(new GetEmployerRequest());
            return atFirst > 0 && atSecond > 0;
        });
    }

    [Fact]
    public async Task Streams_WhenTheirInstanceStops_AreOpenedAgainAtTheOther()
    {
        await using var both = await TwoInstances.StartAsync();
        string[] parts = [GrpcOf(both.First), GrpcOf(both.Second)];
        using var channel = GrpcChannel.ForAddress(BalancedAddress.Target(parts)!, BalancedAddress.Balance(new GrpcChannelOptions(), parts));
        await both.Second.EmitAsync(1);
        var readers = Enumerable.Range(0, 4).Select(_ => ReadAsync(new(channel), both.Second.Headers(), 3)).ToList();

        await both.Second.EmitAsync(1);
        await both.First.App.StopAsync();
        await both.Second.EmitAsync(1);

        (await Task.WhenAll(readers)).ShouldAllBe(seen => seen.SequenceEqual(TwoInstances.UpTo(3)));

        static string GrpcOf(NotesHost host) => host.App.Services.GetRequiredService<HostAddresses>().Grpc;
    }

    static async Task<List<long>> ReadAsync(EventFeed.EventFeedClient feed, Metadata headers, int count)
    {
        using var limit = new CancellationTokenSource(Patience.Limit);
        var seen = new List<long>();
        while (seen.Count < count)
        {
            try
            {
                using var stream = feed.Subscribe(
                    new SubscribeRequest { Source = NotesHost.Source, AfterSequence = seen.LastOrDefault() }, headers, cancellationToken: limit.Token);
                while (seen.Count < count && await stream.ResponseStream.MoveNext(limit.Token))
                {
                    seen.AddRange(stream.ResponseStream.Current.Events.Select(one => one.Sequence));
                }
            }
            catch (RpcException away) when (ConnectionEnd.Caused(away))
            {
                // Its instance stops: the next call goes to the other.
            }
        }

        return seen;
    }

    [Theory]
    [InlineData("http://127.0.0.1:1,https://127.0.0.1:2")]
    [InlineData("dns:///a:1,dns:///b:1")]
    [InlineData("http://127.0.0.1:1,http://10.0.0.1:2")]
    [InlineData(",")]
    public void List_WhenItsPartsDoNotGoTogether_IsRefused(string address) =>
        Should.Throw<InvalidOperationException>(() => first.App.Services.GetRequiredService<GrpcChannels>().For(address));
}
