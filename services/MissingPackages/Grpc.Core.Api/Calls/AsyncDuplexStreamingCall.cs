namespace Grpc.Core;

/// <summary>A duplex-streaming call under way: write requests and read responses, in any order. Dispose it to give up a call that has not ended.</summary>
/// <typeparam name="TRequest">Type of the requests.</typeparam>
/// <typeparam name="TResponse">Type of the responses.</typeparam>
public sealed class AsyncDuplexStreamingCall<TRequest, TResponse> : IDisposable
{
    readonly AsyncCallState call;

    /// <summary>Makes a call from functions. For transports, interceptors and tests.</summary>
    /// <param name="requestStream">Where requests are written.</param>
    /// <param name="responseStream">Where responses are read.</param>
    /// <param name="responseHeadersAsync">The response headers.</param>
    /// <param name="getStatusFunc">Gets the status of the ended call.</param>
    /// <param name="getTrailersFunc">Gets the trailers of the ended call.</param>
    /// <param name="disposeAction">Gives the call up.</param>
    public AsyncDuplexStreamingCall(
        IClientStreamWriter<TRequest> requestStream,
        IAsyncStreamReader<TResponse> responseStream,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
    {
        RequestStream = requestStream;
        ResponseStream = responseStream;
        call = new AsyncCallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction);
    }

    /// <summary>Makes a call from functions that share a state, which spares the transport closures. For transports, interceptors and tests.</summary>
    /// <param name="requestStream">Where requests are written.</param>
    /// <param name="responseStream">Where responses are read.</param>
    /// <param name="responseHeadersAsync">Gets the response headers.</param>
    /// <param name="getStatusFunc">Gets the status of the ended call.</param>
    /// <param name="getTrailersFunc">Gets the trailers of the ended call.</param>
    /// <param name="disposeAction">Gives the call up.</param>
    /// <param name="state">Passed to each of the functions.</param>
    public AsyncDuplexStreamingCall(
        IClientStreamWriter<TRequest> requestStream,
        IAsyncStreamReader<TResponse> responseStream,
        Func<object, Task<Metadata>> responseHeadersAsync,
        Func<object, Status> getStatusFunc,
        Func<object, Metadata> getTrailersFunc,
        Action<object> disposeAction,
        object state)
    {
        RequestStream = requestStream;
        ResponseStream = responseStream;
        call = new AsyncCallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction, state);
    }

    /// <summary>Where requests are written.</summary>
    public IClientStreamWriter<TRequest> RequestStream { get; }

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
