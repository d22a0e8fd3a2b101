using System.Diagnostics;
using System.Diagnostics.Metrics;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace AnSinh.ServiceKit.Telemetry;

/// <summary>
/// Measures every rpc with the gRPC status that the caller gets: over HTTP each of them is a 200, so the web server's own measurements
/// know no errors. Outside all other interceptors.
/// </summary>
/// <param name="meters">The host's meters.</param>
public sealed class CallMeter(IMeterFactory meters) : Interceptor
{
    readonly Histogram<double> duration = meters.Create(AnSinhTelemetry.Name).CreateHistogram(
        "ansinh.rpc.duration", "s", "Duration of an rpc", null, new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
        });

    /// <inheritdoc />
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        MeasureAsync(continuation(request, context), context, "unary");

    /// <inheritdoc />
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        MeasureAsync(continuation(requestStream, context), context, "stream");

    /// <inheritdoc />
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        MeasureAsync(Unit(continuation(request, responseStream, context)), context, "stream");

    /// <inheritdoc />
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        MeasureAsync(Unit(continuation(requestStream, responseStream, context)), context, "stream");

    async Task<T> MeasureAsync<T>(Task<T> call, ServerCallContext context, string kind)
    {
        var began = Stopwatch.GetTimestamp();
        var code = StatusCode.Unknown;
        try
        {
            var answer = await call;
            code = context.Status.StatusCode;
            return answer;
        }
        catch (RpcException refused)
        {
            code = refused.StatusCode;
            throw;
        }
        finally
        {
            // Methods that are not served never get here, so a caller cannot invent series.
            duration.Record(
                Stopwatch.GetElapsedTime(began).TotalSeconds, new("method", context.Method.TrimStart('/')), new("code", code.ToString()), new("kind", kind));
        }
    }

    static async Task<bool> Unit(Task task)
    {
        await task;
        return true;
    }
}
