using Grpc.Core.Interceptors;

namespace Grpc.Core;

/// <summary>Names a host in calls that name none: what <see cref="ClientBase{T}.WithHost"/> adds.</summary>
sealed class HostInterceptor(string host) : ContextInterceptor
{
    protected override ClientInterceptorContext<TRequest, TResponse> Change<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context) =>
        context.Host is null ? new ClientInterceptorContext<TRequest, TResponse>(context.Method, host, context.Options) : context;
}
