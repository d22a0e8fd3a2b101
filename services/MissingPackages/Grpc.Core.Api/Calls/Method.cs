namespace Grpc.Core;

/// <summary>Description of an rpc: its kind, its name, and how its messages become bytes.</summary>
/// <typeparam name="TRequest">Type of the requests.</typeparam>
/// <typeparam name="TResponse">Type of the responses.</typeparam>
public class Method<TRequest, TResponse> : IMethod
{
    /// <summary>Makes a description.</summary>
    /// <param name="type">Kind of rpc.</param>
    /// <param name="serviceName">Full name of the service, with its package.</param>
    /// <param name="name">Name of the rpc within its service.</param>
    /// <param name="requestMarshaller">Marshaller of requests.</param>
    /// <param name="responseMarshaller">Marshaller of responses.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Method(MethodType type, string serviceName, string name, Marshaller<TRequest> requestMarshaller, Marshaller<TResponse> responseMarshaller)
    {
        ArgumentNullException.ThrowIfNull(serviceName);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(requestMarshaller);
        ArgumentNullException.ThrowIfNull(responseMarshaller);
        Type = type;
        ServiceName = serviceName;
        Name = name;
        RequestMarshaller = requestMarshaller;
        ResponseMarshaller = responseMarshaller;
        FullName = $"/{serviceName}/{name}";
    }

    /// <inheritdoc/>
    public MethodType Type { get; }

    /// <inheritdoc/>
    public string ServiceName { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Marshaller of requests.</summary>
    public Marshaller<TRequest> RequestMarshaller { get; }

    /// <summary>Marshaller of responses.</summary>
    public Marshaller<TResponse> ResponseMarshaller { get; }

    /// <inheritdoc/>
    public string FullName { get; }
}
