using AnSinh.ServiceKit.Deadlines;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace AnSinh.ServiceKit.Resilience;

/// <summary>One unary call with all its tries; headers, status and trailers are those of the last try.</summary>
sealed class ResilientCall<TRequest, TResponse>(
    TRequest request,
    ClientInterceptorContext<TRequest, TResponse> context,
    Interceptor.AsyncUnaryCallContinuation<TRequest, TResponse> continuation,
    TimeSpan tryLimit,
    TimeProvider time)
    where TRequest : class
    where TResponse : class
{
    readonly CancellationTokenSource disposal = new();
    readonly TaskCompletionSource<Metadata> headers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    AsyncUnaryCall<TResponse>? latest;
    RpcException? failure;

    public AsyncUnaryCall<TResponse> Start(Func<Func<CancellationToken, Task<TResponse>>, CancellationToken, Task<TResponse>> run) =>
        new(CompleteAsync(run), headers.Task, StatusNow, TrailersNow, disposal.Cancel);

    async Task<TResponse> CompleteAsync(Func<Func<CancellationToken, Task<TResponse>>, CancellationToken, Task<TResponse>> run)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.Options.CancellationToken, disposal.Token);
        try
        {
            var response = await run(TryAsync, ending.Token);
            headers.TrySetResult(await latest!.ResponseHeadersAsync);
            return response;
        }
        catch (Exception fault)
        {
            failure = fault as RpcException;
            headers.TrySetException(fault);

            // Few callers look at the headers of a call that failed.
            _ = headers.Task.Exception;
            throw;
        }
    }

    async Task<TResponse> TryAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(tryLimit, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var options = context.Options.WithCancellationToken(ending.Token);
        if (CallDeadline.Current is { } outer && outer.UtcDateTime < (options.Deadline ?? DateTime.MaxValue))
        {
            options = options.WithDeadline(outer.UtcDateTime);
        }

        latest = continuation(request, new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, options));
        try
        {
            return await latest.ResponseAsync;
        }
        catch (RpcException fault) when (fault.StatusCode == StatusCode.Cancelled && cancellationToken.IsCancellationRequested)
        {
            // Polly tells its own time limit from the caller's wish by this exception.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (RpcException fault) when (fault.StatusCode == StatusCode.Cancelled && limit.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, $"No answer within {tryLimit.TotalSeconds} s."));
        }
        catch (RpcException fault) when (fault.StatusCode == StatusCode.Internal && ConnectionEnd.Caused(fault))
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The target stopped.", fault.Status.DebugException!));
        }
    }

    Status StatusNow() => failure?.Status ?? latest?.GetStatus() ?? throw new InvalidOperationException("The call has not ended.");

    Metadata TrailersNow() => failure?.Trailers ?? latest?.GetTrailers() ?? throw new InvalidOperationException("The call has not ended.");
}
