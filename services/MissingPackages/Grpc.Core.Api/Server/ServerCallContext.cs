namespace Grpc.Core;

/// <summary>A call as the server sees it.</summary>
public abstract class ServerCallContext
{
    Dictionary<object, object>? userState;

    /// <summary>The path of the rpc: <c>/service/name</c>.</summary>
    public string Method => MethodCore;

    /// <summary>Name of the host that the client called.</summary>
    public string Host => HostCore;

    /// <summary>Address of the client, such as <c>ipv4:127.0.0.1:50123</c>.</summary>
    public string Peer => PeerCore;

    /// <summary>Instant (UTC) at which the client gives up; <see cref="DateTime.MaxValue"/> when it set no deadline.</summary>
    public DateTime Deadline => DeadlineCore;

    /// <summary>Headers that the client sent.</summary>
    public Metadata RequestHeaders => RequestHeadersCore;

    /// <summary>Cancelled when the client cancels, the deadline passes or the connection breaks.</summary>
    public CancellationToken CancellationToken => CancellationTokenCore;

    /// <summary>Trailers to send at the end.</summary>
    public Metadata ResponseTrailers => ResponseTrailersCore;

    /// <summary>The status to send at the end. Setting it to a failure fails the call, whatever the method returns.</summary>
    public Status Status
    {
        get => StatusCore;
        set => StatusCore = value;
    }

    /// <summary>How responses are written; null for the default way.</summary>
    public WriteOptions? WriteOptions
    {
        get => WriteOptionsCore;
        set => WriteOptionsCore = value;
    }

    /// <summary>Who the client is, as the transport established it.</summary>
    public AuthContext AuthContext => AuthContextCore;

    /// <summary>A place where interceptors and the method can leave things for each other during this call.</summary>
    public IDictionary<object, object> UserState => UserStateCore;

    /// <summary>For transports.</summary>
    protected abstract string MethodCore { get; }

    /// <summary>For transports.</summary>
    protected abstract string HostCore { get; }

    /// <summary>For transports.</summary>
    protected abstract string PeerCore { get; }

    /// <summary>For transports.</summary>
    protected abstract DateTime DeadlineCore { get; }

    /// <summary>For transports.</summary>
    protected abstract Metadata RequestHeadersCore { get; }

    /// <summary>For transports.</summary>
    protected abstract CancellationToken CancellationTokenCore { get; }

    /// <summary>For transports.</summary>
    protected abstract Metadata ResponseTrailersCore { get; }

    /// <summary>For transports.</summary>
    protected abstract Status StatusCore { get; set; }

    /// <summary>For transports.</summary>
    protected abstract WriteOptions? WriteOptionsCore { get; set; }

    /// <summary>For transports.</summary>
    protected abstract AuthContext AuthContextCore { get; }

    /// <summary>For transports that keep the state elsewhere; by default a dictionary made when first asked for.</summary>
    protected virtual IDictionary<object, object> UserStateCore => userState ??= [];

    /// <summary>Sends the response headers now. Without this they go with the first response.</summary>
    /// <param name="responseHeaders">The headers.</param>
    /// <returns>Done when the transport has taken the headers.</returns>
    /// <exception cref="InvalidOperationException">The headers were sent before.</exception>
    public Task WriteResponseHeadersAsync(Metadata responseHeaders) => WriteResponseHeadersAsyncCore(responseHeaders);

    /// <summary>Makes a token with which calls of the server's own inherit from this call, where the transport has such tokens.</summary>
    /// <param name="options">What is handed on; null for all.</param>
    /// <returns>The token.</returns>
    public ContextPropagationToken CreatePropagationToken(ContextPropagationOptions? options = null) => CreatePropagationTokenCore(options);

    /// <summary>For transports.</summary>
    /// <param name="responseHeaders">The headers.</param>
    /// <returns>Done when the transport has taken the headers.</returns>
    protected abstract Task WriteResponseHeadersAsyncCore(Metadata responseHeaders);

    /// <summary>For transports.</summary>
    /// <param name="options">What is handed on; null for all.</param>
    /// <returns>The token.</returns>
    protected abstract ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options);
}
