using AnSinh.ChildProtection.Data;
using AnSinh.Contracts.Child.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace AnSinh.ChildProtection.Reading;

/// <summary>
/// Leaves an audit entry for every read of a child's record or case: who, which, when, for what, and whether it was refused, for want of
/// the permission too (Decree 56/2017, Article 33). A read whose entry cannot be saved gives no answer. What asks for a purpose is such a read.
/// </summary>
sealed class ReadTrail : Interceptor
{
    const string Package = "/ansinh.child.v1.";
    const int LongestName = 60;

    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (!context.Method.StartsWith(Package, StringComparison.Ordinal) || request is not IMessage message
            || message.Descriptor.FindFieldByName("purpose") is not { } field)
        {
            return await continuation(request, context);
        }

        var purpose = (ReadPurpose)Convert.ToInt32(field.Accessor.GetValue(message), System.Globalization.CultureInfo.InvariantCulture);
        var name = message.Descriptor.FindFieldByName("name").Accessor.GetValue(message) as string ?? "";
        try
        {
            var response = await continuation(request, context);
            await WriteAsync(context, name, purpose, "ok");
            return response;
        }
        catch (RpcException refused) when (refused.StatusCode != StatusCode.Unauthenticated && Refusal.From(refused) is { } refusal)
        {
            await WriteAsync(context, name, purpose, refusal.Code);
            throw;
        }
    }

    static async Task WriteAsync(ServerCallContext context, string name, ReadPurpose purpose, string outcome)
    {
        var http = context.GetHttpContext();
        var services = http.RequestServices;
        var caller = await services.GetRequiredService<CallerTokens>().ReadAsync(http);
        var time = services.GetRequiredService<TimeProvider>();
        var db = services.GetRequiredService<ChildDb>();
        db.ChangeTracker.Clear();
        db.Add(new AuditRow
        {
            Id = TimeOrderedId.Next(time),
            At = time.GetUtcNow(),
            Actor = caller.Subject,
            Method = context.Method,
            Target = $"{(name.Length <= LongestName ? name : name[..LongestName])} purpose={(Enum.IsDefined(purpose) ? purpose : ReadPurpose.Unspecified)}",
            Outcome = outcome,
            Peer = context.Peer,
            TraceParent = System.Diagnostics.Activity.Current?.Id ?? "",
        });
        using var entry = await services.GetRequiredService<WriteGate<ChildDb>>().EnterAsync(context.CancellationToken);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
