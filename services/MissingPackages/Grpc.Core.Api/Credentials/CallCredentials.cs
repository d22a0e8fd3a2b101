namespace Grpc.Core;

/// <summary>Credentials that go with each call, as headers. They are sent only over a channel that is encrypted.</summary>
public abstract class CallCredentials
{
    /// <summary>For the kinds of credentials.</summary>
    protected CallCredentials()
    {
    }

    /// <summary>Joins credentials: their headers are added in the order given.</summary>
    /// <param name="credentials">Two or more credentials.</param>
    /// <returns>The joined credentials.</returns>
    /// <exception cref="ArgumentException">There are fewer than two, or one is null.</exception>
    public static CallCredentials Compose(params CallCredentials[] credentials) => new CompositeCallCredentials(credentials);

    /// <summary>Credentials that a function adds to the headers of each call.</summary>
    /// <param name="interceptor">The function.</param>
    /// <returns>The credentials.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="interceptor"/> is null.</exception>
    public static CallCredentials FromInterceptor(AsyncAuthInterceptor interceptor) => new AsyncAuthInterceptorCredentials(interceptor);

    /// <summary>Tells a transport what these credentials consist of. Called by transports, not by users.</summary>
    /// <param name="configurator">What the transport does with each kind.</param>
    /// <param name="state">Passed on to the configurator.</param>
    public abstract void InternalPopulateConfiguration(CallCredentialsConfiguratorBase configurator, object? state);

    sealed class CompositeCallCredentials : CallCredentials
    {
        readonly CallCredentials[] parts;

        public CompositeCallCredentials(CallCredentials[] credentials)
        {
            ArgumentNullException.ThrowIfNull(credentials);
            if (credentials.Length < 2) throw new ArgumentException("Composing takes two credentials or more.", nameof(credentials));
            if (credentials.Contains(null)) throw new ArgumentNullException(nameof(credentials));
            parts = [.. credentials];
        }

        public override void InternalPopulateConfiguration(CallCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetCompositeCredentials(state, parts);
    }

    sealed class AsyncAuthInterceptorCredentials : CallCredentials
    {
        readonly AsyncAuthInterceptor interceptor;

        public AsyncAuthInterceptorCredentials(AsyncAuthInterceptor interceptor)
        {
            ArgumentNullException.ThrowIfNull(interceptor);
            this.interceptor = interceptor;
        }

        public override void InternalPopulateConfiguration(CallCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetAsyncAuthInterceptorCredentials(state, interceptor);
    }
}
