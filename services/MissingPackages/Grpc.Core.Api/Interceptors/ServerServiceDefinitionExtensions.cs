namespace Grpc.Core.Interceptors;

/// <summary>Puts interceptors in front of a service.</summary>
public static class ServerServiceDefinitionExtensions
{
    /// <summary>Puts an interceptor in front. Of several such steps, the last one added sees a call first.</summary>
    /// <param name="serverServiceDefinition">The service.</param>
    /// <param name="interceptor">The interceptor.</param>
    /// <returns>A definition whose rpcs go through the interceptor.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ServerServiceDefinition Intercept(this ServerServiceDefinition serverServiceDefinition, Interceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(serverServiceDefinition);
        ArgumentNullException.ThrowIfNull(interceptor);
        var binder = new InterceptingServiceBinder(interceptor);
        serverServiceDefinition.BindService(binder);
        return binder.Build();
    }

    /// <summary>Puts interceptors in front. The first one given sees a call first.</summary>
    /// <param name="serverServiceDefinition">The service.</param>
    /// <param name="interceptors">The interceptors.</param>
    /// <returns>A definition whose rpcs go through the interceptors.</returns>
    /// <exception cref="ArgumentNullException">An argument, or one of the interceptors, is null.</exception>
    public static ServerServiceDefinition Intercept(this ServerServiceDefinition serverServiceDefinition, params Interceptor[] interceptors)
    {
        ArgumentNullException.ThrowIfNull(serverServiceDefinition);
        ArgumentNullException.ThrowIfNull(interceptors);
        return Enumerable.Reverse(interceptors).Aggregate(serverServiceDefinition, (inner, interceptor) => inner.Intercept(interceptor));
    }
}
