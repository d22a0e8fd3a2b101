namespace Grpc.Core;

/// <summary>What the four kinds of call have in common: the functions of the transport that stand behind a call, with the state they need.</summary>
readonly struct AsyncCallState
{
    readonly object? state;
    readonly Func<object, Task<Metadata>>? headers;
    readonly Func<object, Status>? status;
    readonly Func<object, Metadata>? trailers;
    readonly Action<object>? dispose;

    // With plain functions this object is the state: one closure-free adapter instead of four closures.
    public AsyncCallState(Task<Metadata> headers, Func<Status> status, Func<Metadata> trailers, Action dispose)
        : this(
            static state => ((Plain)state).Headers,
            static state => ((Plain)state).Status(),
            static state => ((Plain)state).Trailers(),
            static state => ((Plain)state).Dispose(),
            new Plain(headers, status, trailers, dispose))
    {
    }

    public AsyncCallState(
        Func<object, Task<Metadata>> headers, Func<object, Status> status, Func<object, Metadata> trailers, Action<object> dispose, object state)
    {
        this.headers = headers;
        this.status = status;
        this.trailers = trailers;
        this.dispose = dispose;
        this.state = state;
    }

    public Task<Metadata> Headers => headers!(state!);

    public Status Status => status!(state!);

    public Metadata Trailers => trailers!(state!);

    public void Dispose() => dispose!(state!);

    sealed record Plain(Task<Metadata> Headers, Func<Status> Status, Func<Metadata> Trailers, Action Dispose);
}
