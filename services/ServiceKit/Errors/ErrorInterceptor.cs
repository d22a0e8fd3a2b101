using Grpc.Core;
using Grpc.Core.Interceptors;

namespace AnSinh.ServiceKit.Errors;

/// <summary>
/// The outermost interceptor: whatever a call throws leaves the process as a gRPC status that says what the caller may know and nothing
/// else. The rules are in <see cref="FaultTranslation"/>.
/// </summary>
/// <param name="translation">The rules.</param>
public sealed class ErrorInterceptor(FaultTranslation translation) : Interceptor
{
    /// <inheritdoc />
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(() => continuation(request, context), context);

    /// <inheritdoc />
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(() => continuation(requestStream, context), context);

    /// <inheritdoc />
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(() => Unit(continuation(request, responseStream, context)), context);

    /// <inheritdoc />
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(() => Unit(continuation(requestStream, responseStream, context)), context);

    async Task<T> GuardAsync<T>(Func<Task<T>> call, ServerCallContext context)
    {
        try
        {
            return await call();
        }
        catch (RpcException)
        {
            throw;
        }
        catch (Exception fault)
        {
            throw translation.Translate(fault, context);
        }
    }

    static async Task<bool> Unit(Task task)
    {
        await task;
        return true;
    }
}
