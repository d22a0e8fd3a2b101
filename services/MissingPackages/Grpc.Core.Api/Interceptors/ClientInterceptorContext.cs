namespace Grpc.Core.Interceptors;

/// <summary>A call of a client as an interceptor sees it. A value: to change something, pass a new one on.</summary>
/// <typeparam name="TRequest">Type of the requests.</typeparam>
/// <typeparam name="TResponse">Type of the responses.</typeparam>
public struct ClientInterceptorContext<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    /// <summary>Makes a context.</summary>
    /// <param name="method">The rpc.</param>
    /// <param name="host">Name of the host to call, or null for that of the channel.</param>
    /// <param name="options">Options of the call.</param>
    public ClientInterceptorContext(Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        Method = method;
        Host = host;
        Options = options;
    }

    /// <summary>The rpc.</summary>
    public Method<TRequest, TResponse> Method { get; }

    /// <summary>Name of the host to call, or null for that of the channel.</summary>
    public string? Host { get; }

    /// <summary>Options of the call.</summary>
    public CallOptions Options { get; }
}
