using Grpc.Core;

namespace Grpc.Tests.Unit;

/// <summary>Notes what each call was sent with, and answers with nothing.</summary>
sealed class RecordingInvoker : CallInvoker
{
    public List<string?> Hosts { get; } = [];

    public List<Metadata?> Headers { get; } = [];

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => Note<TResponse>(host, options)!;

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => Note<AsyncUnaryCall<TResponse>>(host, options)!;

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => Note<AsyncServerStreamingCall<TResponse>>(host, options)!;

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) => Note<AsyncClientStreamingCall<TRequest, TResponse>>(host, options)!;

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) => Note<AsyncDuplexStreamingCall<TRequest, TResponse>>(host, options)!;

    T? Note<T>(string? host, CallOptions options)
        where T : class
    {
        Hosts.Add(host);
        Headers.Add(options.Headers);
        return null;
    }
}
