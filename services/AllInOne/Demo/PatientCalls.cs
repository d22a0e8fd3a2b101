using Grpc.Core;
using Grpc.Core.Interceptors;

namespace AnSinh.AllInOne.Demo;

/// <summary>
/// Gives each call the time that a whole province may need. Without a deadline of the caller's own the server allows half a minute, which
/// is right for somebody at a desk, not for a month's payments on a busy machine.
/// </summary>
/// <param name="time">Clock.</param>
sealed class PatientCalls(TimeProvider time) : Interceptor
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, context.Options.Deadline is null
            ? new(context.Method, context.Host, context.Options.WithDeadline(time.GetUtcNow().UtcDateTime + Longest))
            : context);
}
