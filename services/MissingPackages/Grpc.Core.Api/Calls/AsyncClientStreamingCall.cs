using System.Runtime.CompilerServices;

namespace Grpc.Core;

/// <summary>
/// A client-streaming call under way: write requests, complete the stream, then await the call for the response. Dispose it to give up a call that has not
/// ended.
/// </summary>
/// <typeparam name="TRequest">Type of the requests.</typeparam>
/// <typeparam name="TResponse">Type of the response.</typeparam>
public sealed class AsyncClientStreamingCall<TRequest, TResponse> : IDisposable
{
    readonly AsyncCallState call;

    /// <summary>Makes a call from functions. For transports, interceptors and tests.</summary>
    /// <param name="requestStream">Where requests are written.</param>
    /// <param name="responseAsync">The response.</param>
    /// <param name="responseHeadersAsync">The response headers.</param>
    /// <param name="getStatusFunc">Gets the status of the ended call.</param>
    /// <param name="getTrailersFunc">Gets the trailers of the ended call.</param>
    /// <param name="disposeAction">Gives the call up.</param>
    public AsyncClientStreamingCall(
        IClientStreamWriter<TRequest> requestStream,
        Task<TResponse> responseAsync,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
    {
        RequestStream = requestStream;
        ResponseAsync = responseAsync;
        call = new AsyncCallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction);
    }

    /// <summary>Makes a call from functions that share a state, which spares the transport closures. For transports, interceptors and tests.</summary>
    /// <param name="requestStream">Where requests are written.</param>
    /// <param name="responseAsync">The response.</param>
    /// <param name="responseHeadersAsync">Gets the response headers.</param>
    /// <param name="getStatusFunc">Gets the status of the ended call.</param>
    /// <param name="getTrailersFunc">Gets the trailers of the ended call.</param>
    /// <param name="disposeAction">Gives the call up.</param>
    /// <param name="state">Passed to each of the functions.</param>
    public AsyncClientStreamingCall(
        IClientStreamWriter<TRequest> requestStream,
        Task<TResponse> responseAsync,
        Func<object, Task<Metadata>> responseHeadersAsync,
        Func<object, Status> getStatusFunc,
        Func<object, Metadata> getTrailersFunc,
        Action<object> disposeAction,
        object state)
    {
        RequestStream = requestStream;
        ResponseAsync = responseAsync;
        call = new AsyncCallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction, state);
    }

    /// <summary>Where requests are written.</summary>
    public IClientStreamWriter<TRequest> RequestStream { get; }

    /// <summary>The response. Fails with <see cref="RpcException"/> when the call does.</summary>
    public Task<TResponse> ResponseAsync { get; }

    /// <summary>The response headers, which may come before the response.</summary>
    public Task<Metadata> ResponseHeadersAsync => call.Headers;

    /// <summary>Lets the call itself be awaited for its response.</summary>
    /// <returns>The awaiter of <see cref="ResponseAsync"/>.</returns>
    public TaskAwaiter<TResponse> GetAwaiter() => ResponseAsync.GetAwaiter();

    /// <summary>Lets the call be awaited off the captured context.</summary>
    /// <param name="continueOnCapturedContext">Whether to go on in the context in which the await began.</param>
    /// <returns>An awaitable for the response.</returns>
    public ConfiguredTaskAwaitable<TResponse> ConfigureAwait(bool continueOnCapturedContext) => ResponseAsync.ConfigureAwait(continueOnCapturedContext);

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
