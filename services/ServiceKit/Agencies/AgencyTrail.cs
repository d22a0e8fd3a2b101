using AnSinh.Contracts.Common.V1;
using AnSinh.ServiceKit.Commands;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace AnSinh.ServiceKit.Agencies;

/// <summary>
/// Leaves an audit entry for every question that an agency asks: who, which rpc, which resource, how it ended. What has left for
/// another agency must be answerable later. Commands and imports leave theirs anyway. An answer whose entry cannot be saved is not given.
/// </summary>
/// <param name="db">The scope's database.</param>
/// <param name="gate">The database's write gate.</param>
/// <param name="rules">Says which rpcs are questions.</param>
/// <param name="caller">Who calls.</param>
/// <param name="time">Clock.</param>
public sealed class AgencyTrail<TDb>(TDb db, WriteGate<TDb> gate, AccessRules rules, CallerAccessor caller, TimeProvider time) : Interceptor
    where TDb : ServiceDb
{
    /// <summary>Longest target; the column holds more, a name is never as long.</summary>
    const int LongestTarget = 200;

    /// <inheritdoc/>
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        IsKept(context) ? KeepAsync(() => continuation(request, context), request, context) : continuation(request, context);

    /// <inheritdoc/>
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        IsKept(context) ? KeepAsync(() => Unit(continuation(request, responseStream, context)), request, context) : continuation(request, responseStream, context);

    bool IsKept(ServerCallContext context) => caller.Current.AgencyId is not null && rules.Find(context.Method)?.Effect == Effect.Query;

    async Task<T> KeepAsync<T>(Func<Task<T>> call, object request, ServerCallContext context)
    {
        var outcome = "fault";
        try
        {
            var answer = await call();
            outcome = "ok";
            return answer;
        }
        catch (Refusal refusal)
        {
            outcome = refusal.Code;
            throw;
        }
        finally
        {
            await WriteAsync(request as IMessage, outcome, context);
        }
    }

    async Task WriteAsync(IMessage? request, string outcome, ServerCallContext context)
    {
        var target = AuditEntries.Target(request);
        db.ChangeTracker.Clear();
        db.Add(AuditEntries.Of(context, caller.Current.Subject, target.Length <= LongestTarget ? target : target[..LongestTarget], outcome, time));

        // Whoever hangs up early has asked all the same.
        using var entry = await gate.EnterAsync(CancellationToken.None);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    static async Task<bool> Unit(Task task)
    {
        await task;
        return true;
    }
}
