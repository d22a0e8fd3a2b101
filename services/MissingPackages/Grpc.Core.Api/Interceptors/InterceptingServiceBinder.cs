namespace Grpc.Core.Interceptors;

/// <summary>Takes the rpcs of a service and builds a definition in which each goes through an interceptor.</summary>
sealed class InterceptingServiceBinder(Interceptor interceptor) : ServiceBinderBase
{
    readonly ServerServiceDefinition.Builder builder = ServerServiceDefinition.CreateBuilder();

    public ServerServiceDefinition Build() => builder.Build();

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
        builder.AddMethod(method, handler is null
            ? null
            : new UnaryServerMethod<TRequest, TResponse>((request, context) => interceptor.UnaryServerHandler(request, context, handler)));

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
        builder.AddMethod(method, handler is null
            ? null
            : new ClientStreamingServerMethod<TRequest, TResponse>((requests, context) =>
                interceptor.ClientStreamingServerHandler(requests, context, handler)));

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
        builder.AddMethod(method, handler is null
            ? null
            : new ServerStreamingServerMethod<TRequest, TResponse>((request, responses, context) =>
                interceptor.ServerStreamingServerHandler(request, responses, context, handler)));

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
        builder.AddMethod(method, handler is null
            ? null
            : new DuplexStreamingServerMethod<TRequest, TResponse>((requests, responses, context) =>
                interceptor.DuplexStreamingServerHandler(requests, responses, context, handler)));
}
