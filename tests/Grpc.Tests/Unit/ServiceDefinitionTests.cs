using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Tests.Hosting;
using Grpc.Tests.Protos;
using Shouldly;
using Xunit;

namespace Grpc.Tests.Unit;

public sealed class ServiceDefinitionTests
{
    static readonly Method<string, string> Do =
        new(MethodType.Unary, "S", "Do", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

    [Fact]
    public void BindService_OfAGeneratedService_HandsOverEachRpcInOrder()
    {
        var names = new NameBinder();

        Echo.BindService(new EchoService(new EchoHandlers())).BindService(names);

        names.Names.ShouldBe(["Unary Say", "ServerStreaming Repeat", "ClientStreaming Join", "DuplexStreaming Chat"]);
    }

    [Fact]
    public void AddMethod_OfTheSameNameTwice_IsRefused()
    {
        var builder = ServerServiceDefinition.CreateBuilder().AddMethod(Do, (UnaryServerMethod<string, string>)((_, _) => Task.FromResult("")));

        Should.Throw<ArgumentException>(() => builder.AddMethod(Do, (UnaryServerMethod<string, string>)((_, _) => Task.FromResult(""))));
    }

    [Fact]
    public void Build_WhenMoreIsAddedAfterwards_IsNotChanged()
    {
        var builder = ServerServiceDefinition.CreateBuilder();
        var empty = builder.Build();
        builder.AddMethod(Do, (UnaryServerMethod<string, string>)((_, _) => Task.FromResult("")));

        var names = new NameBinder();
        empty.BindService(names);
        names.Names.ShouldBeEmpty();
    }

    [Fact]
    public void Intercept_OfADescriptionWithoutImplementation_StaysOne()
    {
        var described = ServerServiceDefinition.CreateBuilder().AddMethod(Do, (UnaryServerMethod<string, string>?)null).Build();
        var names = new NameBinder();

        described.Intercept(new Passing()).BindService(names);

        names.Names.ShouldBe(["Unary Do (none)"]);
    }

    [Fact]
    public void BaseBinder_WhichTakesNothing_Refuses() =>
        Should.Throw<SystemException>(() => new ServiceBinderBase().AddMethod(Do, (UnaryServerMethod<string, string>?)null));

    [Fact]
    public void BindServiceMethod_OnAGeneratedBase_NamesItsBinder()
    {
        var attribute = (BindServiceMethodAttribute)Attribute.GetCustomAttribute(typeof(EchoService), typeof(BindServiceMethodAttribute))!;

        attribute.BindType.ShouldBe(typeof(Echo));
        attribute.BindMethodName.ShouldBe("BindService");
    }

    sealed class Passing : Interceptor;

    sealed class NameBinder : ServiceBinderBase
    {
        public List<string> Names { get; } = [];

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
            Take(method, handler);

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
            Take(method, handler);

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
            Take(method, handler);

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
            Take(method, handler);

        void Take(IMethod method, Delegate? handler) => Names.Add($"{method.Type} {method.Name}{(handler is null ? " (none)" : "")}");
    }
}
