namespace Grpc.Core;

/// <summary>A server-streaming call under way: read the responses. Dispose it to give up a call that has not ended.</summary>
/// <typeparam name="TResponse">Type of the responses.</typeparam>
public sealed class AsyncServerStreamingCall<TResponse> : IDisposable
{
    readonly AsyncCallState call;

    /// <summary>Makes a call from functions. For transports, interceptors and tests.</summary>
    /// <param name="responseStream">Where responses are read.</param>
    /// <param name="responseHeadersAsync">The response headers.</param>
    /// <param name="getStatusFunc">Gets the status of the ended call.</param>
    /// <param name="getTrailersFunc">Gets the trailers of the ended call.</param>
    /// <param name="disposeAction">Gives the call up.</param>
    public AsyncServerStreamingCall(
        IAsyncStreamReader<TResponse> responseStream,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
    {
        ResponseStream = responseStream;
        call = new AsyncCallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction);
    }

    /// <summary>Makes a call from functions that share a state, which spares the transport closures. For transports, interceptors and tests.</summary>
    /// <param name="responseStream">Where responses are read.</param>
    /// <param name="responseHeadersAsync">Gets the response headers.</param>
    /// <param name="getStatusFunc">Gets the status of the ended call.</param>
    /// <param name="getTrailersFunc">Gets the trailers of the ended call.</param>
    /// <param name="disposeAction">Gives the call up.</param>
    /// <param name="state">Passed to each of the functions.</param>
    public AsyncServerStreamingCall(
        IAsyncStreamReader<TResponse> responseStream,
        Func<object, Task<Metadata>> responseHeadersAsync,
        Func<object, Status> getStatusFunc,
        Func<object, Metadata> getTrailersFunc,
        Action<object> disposeAction,
        object state)
    {
        ResponseStream = responseStream;
        call = new AsyncCallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction, state);
    }

    /// <summary>Where responses are read. Reading fails with <see cref="RpcException"/> when the call does.</summary>
    public IAsyncStreamReader<TResponse> ResponseStream { get; }

    /// <summary>The response headers, which may come before the response.</summary>
    public Task<Metadata> ResponseHeadersAsync => call.Headers;

    /// <summary>How the call ended.</summary>
    /// <returns>The status.</returns>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public Status GetStatus() => call.Status;

    /// <summary>The trailing metadata.</summary>
    /// <returns>The trailers.</returns>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public Metadata GetTrailers() => call.Trailers;

    /// <summary>Gives up the call if it has not ended, and frees what it holds. Harmless after the end.</summary>
    public void Dispose() => call.Dispose();
}
