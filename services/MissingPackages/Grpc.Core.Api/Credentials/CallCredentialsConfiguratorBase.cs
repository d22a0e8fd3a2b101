namespace Grpc.Core;

/// <summary>How a transport takes call credentials apart: one method for each kind.</summary>
public abstract class CallCredentialsConfiguratorBase
{
    /// <summary>Takes joined credentials.</summary>
    /// <param name="state">What the transport passed in.</param>
    /// <param name="credentials">The parts, in order.</param>
    public abstract void SetCompositeCredentials(object? state, IReadOnlyList<CallCredentials> credentials);

    /// <summary>Takes credentials that a function adds.</summary>
    /// <param name="state">What the transport passed in.</param>
    /// <param name="interceptor">The function.</param>
    public abstract void SetAsyncAuthInterceptorCredentials(object? state, AsyncAuthInterceptor interceptor);
}
