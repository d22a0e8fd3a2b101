using Grpc.Core;
using Grpc.Core.Interceptors;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace AnSinh.ServiceKit.Resilience;

/// <summary>
/// Makes unary calls to one target resilient: time limits, repetition of UNAVAILABLE, a breaker. Commands may be repeated because they
/// carry a <c>request_id</c>. Streams pass through: their readers know where to go on. Whatever goes wrong comes out as an
/// <see cref="RpcException"/>. A call gets at most the time that is left of the call that it is made for.
/// </summary>
public sealed class ResilienceInterceptor : Interceptor
{
    readonly ResiliencePipeline pipeline;
    readonly ResilienceOptions options;
    readonly TimeProvider time;

    /// <summary>Makes the interceptor of one target; its breaker is its own.</summary>
    /// <param name="options">Limits.</param>
    /// <param name="time">Clock.</param>
    public ResilienceInterceptor(ResilienceOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.time = time;
        pipeline = ResiliencePipelines.Build(options, time);
    }

    /// <inheritdoc />
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation) =>
        throw new NotSupportedException("Calls between services are asynchronous: use the …Async method.");

    /// <inheritdoc />
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var call = new ResilientCall<TRequest, TResponse>(request, context, continuation, TimeSpan.FromSeconds(options.TrySeconds), time);
        return call.Start(RunAsync);
    }

    async Task<TResponse> RunAsync<TResponse>(Func<CancellationToken, Task<TResponse>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(async token => await attempt(token), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            throw new RpcException(new Status(StatusCode.DeadlineExceeded, $"No answer within {options.TotalSeconds} s, repetitions included."));
        }
        catch (BrokenCircuitException)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The target failed repeatedly and is left alone for a moment."));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "The caller cancelled."));
        }
    }
}
