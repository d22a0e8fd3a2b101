using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Tests.Protos;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Unit;

public sealed class InterceptTests
{
    readonly RecordingInvoker transport = new();

    [Fact]
    public void Intercept_WithSeveral_RunsTheFirstFirst()
    {
        new Echo.EchoClient(transport.Intercept(Adding("a"), Adding("b"), Adding("c"))).Say(new EchoRequest());
        StepsOf(0).ShouldBe("a b c");
    }

    [Fact]
    public void Intercept_OneAfterTheOther_RunsTheLastFirst()
    {
        new Echo.EchoClient(transport.Intercept(Adding("a")).Intercept(Adding("b"))).Say(new EchoRequest());
        StepsOf(0).ShouldBe("b a");
    }

    [Fact]
    public void Intercept_WithAFunction_SeesEveryKindOfCall()
    {
        var client = new Echo.EchoClient(transport.Intercept(headers =>
        {
            headers.Add("step", "f");
            return headers;
        }));

        client.Say(new EchoRequest());
        client.SayAsync(new EchoRequest());
        client.Repeat(new EchoRequest());
        client.Join();
        client.Chat(new Metadata { { "step", "own" } });

        Enumerable.Range(0, 5).Select(StepsOf).ShouldBe(["f", "f", "f", "f", "own f"]);
    }

    [Fact]
    public void Intercept_WithNone_ChangesNothing() => transport.Intercept(Array.Empty<Interceptor>()).ShouldBeSameAs(transport);

    [Fact]
    public void Intercept_OfNull_IsRefused()
    {
        Should.Throw<ArgumentNullException>(() => transport.Intercept((Interceptor)null!));
        Should.Throw<ArgumentNullException>(() => transport.Intercept((Interceptor[])null!));
        Should.Throw<ArgumentNullException>(() => transport.Intercept(Adding("a"), null!));
        Should.Throw<ArgumentNullException>(() => transport.Intercept((Func<Metadata, Metadata>)null!));
        Should.Throw<ArgumentNullException>(() => ((CallInvoker)null!).Intercept(Adding("a")));
        Should.Throw<ArgumentNullException>(() => ((ChannelBase)null!).Intercept(Adding("a")));
        Should.Throw<ArgumentNullException>(() => ((ServerServiceDefinition)null!).Intercept(Adding("a")));
    }

    string StepsOf(int call) => string.Join(' ', transport.Headers[call]!.GetAll("step").Select(entry => entry.Value));

    static Adder Adding(string step) => new(step);

    sealed class Adder(string step) : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            Metadata headers = [.. context.Options.Headers ?? [], new Metadata.Entry("step", step)];
            return continuation(request, new(context.Method, context.Host, context.Options.WithHeaders(headers)));
        }
    }
}
