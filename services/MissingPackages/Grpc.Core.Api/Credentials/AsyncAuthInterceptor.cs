namespace Grpc.Core;

/// <summary>Adds credentials to the headers of a call before it is sent.</summary>
/// <param name="context">Which call it is.</param>
/// <param name="metadata">The headers to add to.</param>
/// <returns>Done when the headers are complete. The call waits for it; a failure fails the call.</returns>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);

/// <summary>Which call credentials are wanted for.</summary>
public class AuthInterceptorContext
{
    /// <summary>Makes a context for a call that cannot be cancelled.</summary>
    /// <param name="serviceUrl">Address of the service, the audience of a token.</param>
    /// <param name="methodName">Name of the rpc.</param>
    public AuthInterceptorContext(string serviceUrl, string methodName)
        : this(serviceUrl, methodName, CancellationToken.None)
    {
    }

    /// <summary>Makes a context.</summary>
    /// <param name="serviceUrl">Address of the service, the audience of a token.</param>
    /// <param name="methodName">Name of the rpc.</param>
    /// <param name="cancellationToken">Cancelled when the call is.</param>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    public AuthInterceptorContext(string serviceUrl, string methodName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(serviceUrl);
        ArgumentNullException.ThrowIfNull(methodName);
        ServiceUrl = serviceUrl;
        MethodName = methodName;
        CancellationToken = cancellationToken;
    }

    /// <summary>Address of the service, for example <c>https://employment.example/ansinh.employment.v1.Placements</c>.</summary>
    public string ServiceUrl { get; }

    /// <summary>Name of the rpc.</summary>
    public string MethodName { get; }

    /// <summary>Cancelled when the call is.</summary>
    public CancellationToken CancellationToken { get; }
}
