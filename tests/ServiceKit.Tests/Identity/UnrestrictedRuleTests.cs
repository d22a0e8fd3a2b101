using AnSinh.Contracts.Events.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Tests.Hosting;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Identity;

public sealed class UnrestrictedRuleTests : IAsyncLifetime
{
    TestHost host = null!;

    sealed class Feed : EventFeed.EventFeedBase
    {
        public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context) => Task.FromResult(new ReadResponse { HeadSequence = 7 });

        public override Task Subscribe(SubscribeRequest request, IServerStreamWriter<SubscribeResponse> responseStream, ServerCallContext context) =>
            responseStream.WriteAsync(new SubscribeResponse { HeadSequence = 7 });
    }

    public async Task InitializeAsync() => host = await TestHost.StartAsync(builder => builder.AddGrpc<Feed>(EventFeed.Descriptor));

    public async Task DisposeAsync() => await host.DisposeAsync();

    Metadata Headers(params string[] areas) => TestHost.Bearer(host.Token(permissions: ["events.read"], areas: areas));

    [Fact]
    public async Task Unary_FromACallerOfOneProvince_IsDenied()
    {
        var fault = await Should.ThrowAsync<RpcException>(async () => await new EventFeed.EventFeedClient(host.Channel).ReadAsync(new ReadRequest(), Headers("42")));

        fault.StatusCode.ShouldBe(StatusCode.PermissionDenied);
        Refusal.From(fault)!.Code.ShouldBe("area.unrestricted_required");
    }

    [Fact]
    public async Task Stream_FromACallerOfOneProvince_IsDenied()
    {
        using var call = new EventFeed.EventFeedClient(host.Channel).Subscribe(new SubscribeRequest(), Headers("42"));

        (await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext())).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Call_FromACallerOfAllAreas_IsAdmitted()
    {
        (await new EventFeed.EventFeedClient(host.Channel).ReadAsync(new ReadRequest(), Headers("*"))).HeadSequence.ShouldBe(7);
        using var call = new EventFeed.EventFeedClient(host.Channel).Subscribe(new SubscribeRequest(), Headers("*"));
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
    }
}
