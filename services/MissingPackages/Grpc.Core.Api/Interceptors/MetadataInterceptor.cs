namespace Grpc.Core.Interceptors;

/// <summary>Replaces the headers of each call by what a function makes of them.</summary>
sealed class MetadataInterceptor(Func<Metadata, Metadata> interceptor) : ContextInterceptor
{
    protected override ClientInterceptorContext<TRequest, TResponse> Change<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
    {
        var headers = interceptor(context.Options.Headers ?? []);
        return new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, context.Options.WithHeaders(headers));
    }
}
