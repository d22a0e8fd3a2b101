using Grpc.Core;
using Grpc.Tests.Protos;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Unit;

public sealed class ClientBaseTests
{
    [Fact]
    public void Client_WithoutAHost_NamesNone()
    {
        var invoker = new RecordingInvoker();
        new Echo.EchoClient(invoker).Say(new EchoRequest());
        invoker.Hosts.ShouldBe([null]);
    }

    [Fact]
    public void WithHost_OnEveryKindOfCall_NamesTheHost()
    {
        var invoker = new RecordingInvoker();
        var original = new Echo.EchoClient(invoker);
        var client = original.WithHost("other.example");

        client.Say(new EchoRequest());
        client.SayAsync(new EchoRequest());
        client.Repeat(new EchoRequest());
        client.Join();
        client.Chat();
        original.Say(new EchoRequest());

        invoker.Hosts.ShouldBe(["other.example", "other.example", "other.example", "other.example", "other.example", null]);
        Should.Throw<ArgumentNullException>(() => original.WithHost(null!));
    }

    [Fact]
    public void Client_WithoutAChannel_CanBeMadeAndRefusesEveryCall()
    {
        var client = new Unconnected();

        Should.Throw<SystemException>(() => client.Say(new EchoRequest()));
        Should.Throw<SystemException>(() => client.Chat());
    }

    [Fact]
    public void Client_OfNothing_IsRefused()
    {
        Should.Throw<ArgumentNullException>(() => new Echo.EchoClient((ChannelBase)null!));
        Should.Throw<ArgumentNullException>(() => new Echo.EchoClient((CallInvoker)null!));
        Should.Throw<ArgumentNullException>(() => new Lite(null!));
    }

    [Fact]
    public void LiteClient_GoesThroughItsInvoker()
    {
        var invoker = new RecordingInvoker();
        new Lite(invoker).Invoker.ShouldBeSameAs(invoker);
    }

    [Fact]
    public async Task Channel_HasItsTargetAndCanBeShutDown()
    {
        var channel = new NoChannel("target");

        channel.Target.ShouldBe("target");
        await channel.ShutdownAsync();
        Should.Throw<ArgumentNullException>(() => new NoChannel(null!));
    }

    sealed class Unconnected : Echo.EchoClient;

    sealed class Lite(CallInvoker invoker) : LiteClientBase(invoker)
    {
        public CallInvoker Invoker => CallInvoker;
    }

    sealed class NoChannel(string target) : ChannelBase(target)
    {
        public override CallInvoker CreateCallInvoker() => new RecordingInvoker();
    }
}
