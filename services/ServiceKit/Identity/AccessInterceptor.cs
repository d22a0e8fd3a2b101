using AnSinh.Contracts.Common.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AnSinh.ServiceKit.Identity;

/// <summary>
/// Lets a call through when the rpc has an access rule, the token holds, the caller has the permission, and the area that the request
/// names lies in the caller's areas. AREA_RULE_RECORD, FILTER and ROWS can only be decided by the feature, through
/// <see cref="CallerAccessor"/>.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="tokens">Reads callers from tokens.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="time">Clock.</param>
/// <param name="logger">Where refusals are written for the security log.</param>
public sealed partial class AccessInterceptor(
    AccessRules rules, CallerTokens tokens, AreaDirectory areas, TimeProvider time, ILogger<AccessInterceptor> logger) : Interceptor
{
    // Việt Nam has had one time zone without daylight saving since 1975.
    static readonly TimeSpan vietnam = TimeSpan.FromHours(7);

    /// <inheritdoc />
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        await AdmitAsync(request, context);
        return await continuation(request, context);
    }

    /// <inheritdoc />
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await AdmitAsync(request, context);
        await continuation(request, responseStream, context);
    }

    /// <inheritdoc />
    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await AdmitAsync(null, context);
        return await continuation(requestStream, context);
    }

    /// <inheritdoc />
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await AdmitAsync(null, context);
        await continuation(requestStream, responseStream, context);
    }

    async Task AdmitAsync(object? request, ServerCallContext context)
    {
        if (AccessRules.IsOpen(context.Method))
        {
            return;
        }

        var http = context.GetHttpContext();
        var subject = "(unknown)";
        try
        {
            var caller = await tokens.ReadAsync(http);
            subject = caller.Subject;
            Require(caller, rules.Find(context.Method), request as IMessage);
            http.RequestServices.GetRequiredService<CallerAccessor>().Current = caller;
        }
        catch (Refusal refusal)
        {
            LogRefused(context.Method, subject, refusal.Code);
            throw;
        }
    }

    void Require(Caller caller, AccessRule? rule, IMessage? request)
    {
        if (rule is null)
        {
            throw Refusal.Denied("access.no_rule", "Chức năng này chưa được khai báo quyền truy cập nên không ai được gọi.");
        }

        if (!caller.May(rule.Permission))
        {
            throw new Refusal(RefusalKind.Denied, "permission.missing", $"Tài khoản không có quyền “{rule.Permission}”.")
            {
                Metadata = new Dictionary<string, string> { ["permission"] = rule.Permission },
            };
        }

        if (caller.Areas.IsUnrestricted)
        {
            return;
        }

        if (rule.AreaRule == AreaRule.Unrestricted)
        {
            throw Refusal.Denied("area.unrestricted_required", "Chức năng này chỉ dành cho tài khoản được giao toàn bộ địa bàn.");
        }

        if (rule.AreaRule == AreaRule.Field && request is not null)
        {
            RequireArea(caller, rule, rule.AreaCodeOf(request));
        }
    }

    void RequireArea(Caller caller, AccessRule rule, string areaCode)
    {
        if (areaCode.Length == 0)
        {
            throw Refusal.Invalid(rule.AreaField, "area.required", "Chưa ghi mã địa bàn; phải ghi một mã thuộc địa bàn được giao.");
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().ToOffset(vietnam).DateTime);
        if (!caller.Areas.CoversEver(areas, areaCode, today))
        {
            throw AreaScope.OutOfScope(areaCode);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Method} refused to {Subject}: {Code}")]
    partial void LogRefused(string method, string subject, string code);
}
