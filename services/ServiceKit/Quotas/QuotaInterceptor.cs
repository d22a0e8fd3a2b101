using System.Diagnostics.Metrics;
using System.Globalization;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Telemetry;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.ServiceKit.Quotas;

/// <summary>
/// Keeps every client within its quota: behind <see cref="AccessInterceptor"/>, so that only callers who are known and may call count.
/// Refused is RESOURCE_EXHAUSTED <c>quota.exceeded</c> with the wait in RetryInfo; nothing has been done then, and the same request may
/// be sent again. Health and reflection are open and have no quota.
/// </summary>
/// <param name="table">The quotas.</param>
/// <param name="budgets">What each client has left.</param>
/// <param name="meters">The host's meters.</param>
public sealed class QuotaInterceptor(QuotaTable table, CallBudgets budgets, IMeterFactory meters) : Interceptor
{
    /// <summary>Code of the refusal.</summary>
    public const string Exceeded = "quota.exceeded";

    /// <summary>Nobody knows when a running call ends; a client that comes back every second does no harm.</summary>
    static readonly TimeSpan untilAPlaceIsFree = TimeSpan.FromSeconds(1);

    static readonly CultureInfo vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    readonly Counter<long> refused = meters.Create(AnSinhTelemetry.Name).CreateCounter<long>(
        "ansinh.quota.refused", "{call}", "Calls refused because a client exceeded its quota; all officials are one client here");

    /// <inheritdoc />
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        using var place = Take(context);
        return await continuation(request, context);
    }

    /// <inheritdoc />
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var place = Take(context);
        await continuation(request, responseStream, context);
    }

    /// <inheritdoc />
    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var place = Take(context);
        return await continuation(requestStream, context);
    }

    /// <inheritdoc />
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var place = Take(context);
        await continuation(requestStream, responseStream, context);
    }

    Place Take(ServerCallContext context)
    {
        if (AccessRules.IsOpen(context.Method))
        {
            return default;
        }

        var caller = context.GetHttpContext().RequestServices.GetRequiredService<CallerAccessor>().Current;
        if (table.Of(caller) is not { } quota)
        {
            return default;
        }

        var (budget, answer, wait) = budgets.Take(caller.Subject, quota);
        return answer switch
        {
            BudgetAnswer.Granted => new Place(budget),
            BudgetAnswer.TooFast => throw Refuse(
                caller, "requests_per_second", wait, string.Create(vietnamese, $"{quota.RequestsPerSecond} yêu cầu mỗi giây, dồn một lúc tối đa {quota.Burst}")),
            _ => throw Refuse(
                caller, "concurrent_calls", untilAPlaceIsFree, string.Create(vietnamese, $"{quota.ConcurrentCalls} lời gọi chạy cùng lúc")),
        };
    }

    Refusal Refuse(Caller caller, string quota, TimeSpan wait, string allowed)
    {
        refused.Add(1, new("client", caller.AgencyId ?? "officials"), new("quota", quota));
        return new Refusal(
            RefusalKind.Exhausted, Exceeded,
            string.Create(vietnamese, $"Vượt hạn mức của tài khoản: {allowed}; hãy gửi lại yêu cầu này sau {wait.TotalSeconds:0.###} giây."))
        {
            RetryAfter = wait,
            Metadata = new Dictionary<string, string> { [Refusal.QuotaKey] = quota },
        };
    }

    readonly struct Place(CallBudget? budget) : IDisposable
    {
        public void Dispose() => budget?.GiveBack();
    }
}
