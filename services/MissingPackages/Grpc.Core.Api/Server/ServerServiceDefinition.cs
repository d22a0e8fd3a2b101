namespace Grpc.Core;

/// <summary>The rpcs of a service with their implementations, ready to be bound to a server.</summary>
public class ServerServiceDefinition
{
    readonly IReadOnlyList<Action<ServiceBinderBase>> bindings;

    ServerServiceDefinition(IReadOnlyList<Action<ServiceBinderBase>> bindings) => this.bindings = bindings;

    /// <summary>Begins a definition.</summary>
    /// <returns>An empty builder.</returns>
    public static Builder CreateBuilder() => new();

    /// <summary>Hands each rpc to a binder, in the order in which they were added.</summary>
    /// <param name="serviceBinder">The binder.</param>
    /// <exception cref="ArgumentNullException"><paramref name="serviceBinder"/> is null.</exception>
    public void BindService(ServiceBinderBase serviceBinder)
    {
        ArgumentNullException.ThrowIfNull(serviceBinder);
        foreach (var bind in bindings) bind(serviceBinder);
    }

    /// <summary>Collects rpcs for a definition.</summary>
    public class Builder
    {
        readonly HashSet<string> names = new(StringComparer.Ordinal);
        readonly List<Action<ServiceBinderBase>> bindings = [];

        /// <summary>Makes an empty builder.</summary>
        public Builder()
        {
        }

        /// <summary>Adds a unary rpc.</summary>
        /// <typeparam name="TRequest">Type of the request.</typeparam>
        /// <typeparam name="TResponse">Type of the response.</typeparam>
        /// <param name="method">The rpc.</param>
        /// <param name="handler">Its implementation.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentException">An rpc of that name was added before.</exception>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Adds a client-streaming rpc.</summary>
        /// <typeparam name="TRequest">Type of the requests.</typeparam>
        /// <typeparam name="TResponse">Type of the response.</typeparam>
        /// <param name="method">The rpc.</param>
        /// <param name="handler">Its implementation.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentException">An rpc of that name was added before.</exception>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Adds a server-streaming rpc.</summary>
        /// <typeparam name="TRequest">Type of the request.</typeparam>
        /// <typeparam name="TResponse">Type of the responses.</typeparam>
        /// <param name="method">The rpc.</param>
        /// <param name="handler">Its implementation.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentException">An rpc of that name was added before.</exception>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Adds a duplex-streaming rpc.</summary>
        /// <typeparam name="TRequest">Type of the requests.</typeparam>
        /// <typeparam name="TResponse">Type of the responses.</typeparam>
        /// <param name="method">The rpc.</param>
        /// <param name="handler">Its implementation.</param>
        /// <returns>This builder.</returns>
        /// <exception cref="ArgumentException">An rpc of that name was added before.</exception>
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Ends the definition. Rpcs that are added afterwards do not change it.</summary>
        /// <returns>The definition.</returns>
        public ServerServiceDefinition Build() => new([.. bindings]);

        Builder Add(IMethod method, Action<ServiceBinderBase> binding)
        {
            if (!names.Add(method.FullName)) throw new ArgumentException($"The rpc {method.FullName} was added before.", nameof(method));
            bindings.Add(binding);
            return this;
        }
    }
}
