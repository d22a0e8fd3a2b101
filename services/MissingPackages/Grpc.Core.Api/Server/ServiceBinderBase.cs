namespace Grpc.Core;

/// <summary>Takes the rpcs of a service one by one. A server derives from it to learn what a generated service offers.</summary>
public class ServiceBinderBase
{
    /// <summary>Takes a unary rpc.</summary>
    /// <typeparam name="TRequest">Type of the request.</typeparam>
    /// <typeparam name="TResponse">Type of the response.</typeparam>
    /// <param name="method">The rpc.</param>
    /// <param name="handler">Its implementation; null when only the description is wanted.</param>
    /// <exception cref="NotSupportedException">The binder does not take this kind.</exception>
    public virtual void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class => throw NotTaken(method);

    /// <summary>Takes a client-streaming rpc.</summary>
    /// <typeparam name="TRequest">Type of the requests.</typeparam>
    /// <typeparam name="TResponse">Type of the response.</typeparam>
    /// <param name="method">The rpc.</param>
    /// <param name="handler">Its implementation; null when only the description is wanted.</param>
    /// <exception cref="NotSupportedException">The binder does not take this kind.</exception>
    public virtual void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class => throw NotTaken(method);

    /// <summary>Takes a server-streaming rpc.</summary>
    /// <typeparam name="TRequest">Type of the request.</typeparam>
    /// <typeparam name="TResponse">Type of the responses.</typeparam>
    /// <param name="method">The rpc.</param>
    /// <param name="handler">Its implementation; null when only the description is wanted.</param>
    /// <exception cref="NotSupportedException">The binder does not take this kind.</exception>
    public virtual void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class => throw NotTaken(method);

    /// <summary>Takes a duplex-streaming rpc.</summary>
    /// <typeparam name="TRequest">Type of the requests.</typeparam>
    /// <typeparam name="TResponse">Type of the responses.</typeparam>
    /// <param name="method">The rpc.</param>
    /// <param name="handler">Its implementation; null when only the description is wanted.</param>
    /// <exception cref="NotSupportedException">The binder does not take this kind.</exception>
    public virtual void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class => throw NotTaken(method);

    static NotSupportedException NotTaken(IMethod method) => new($"This binder does not take {method.Type} rpcs such as {method.FullName}.");
}
