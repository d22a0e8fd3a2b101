using AnSinh.Contracts.Common.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Commands;

/// <summary>
/// Makes an rpc with EFFECT_COMMAND one transaction: the handler decides and changes; state, events, the audit entry and the answer
/// under its request id are saved together. The same request id with the same content gets the first answer, also a refusal; with
/// another content it is refused. Handlers neither save nor commit.
/// </summary>
/// <param name="unit">The transaction.</param>
/// <param name="db">The scope's database.</param>
/// <param name="gate">The database's write gate.</param>
/// <param name="rules">Says which rpcs are commands.</param>
/// <param name="caller">Who calls.</param>
/// <param name="time">Clock.</param>
public sealed class CommandInterceptor<TDb>(
    UnitOfWork<TDb> unit, TDb db, WriteGate<TDb> gate, AccessRules rules, CallerAccessor caller, TimeProvider time) : Interceptor
    where TDb : ServiceDb
{
    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (rules.Find(context.Method)?.Effect != Effect.Command || request is not IMessage message)
        {
            return await continuation(request, context);
        }

        var answers = new AnswerLog<TDb>(caller.Current.Subject, context.Method, message, time);
        try
        {
            return await RunAsync(request, context, continuation, answers);
        }
        catch (DbUpdateException twin) when (twin is DbUpdateConcurrencyException || UniqueViolations.Caused(twin))
        {
            // Another call with the same request id was faster, here or on another instance: its answer counts. Without one, somebody else
            // changed the record, or a natural key of the domain was hit.
            db.ChangeTracker.Clear();
            if (await answers.FindAsync<TResponse>(db, context.CancellationToken) is { } first)
            {
                return Give<TResponse>(first);
            }

            if (twin is DbUpdateConcurrencyException)
            {
                throw;
            }

            throw Refusal.AlreadyExists("record.duplicate", "Bản ghi này vừa được người khác ghi; hãy đọc lại.");
        }
    }

    async Task<TResponse> RunAsync<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation, AnswerLog<TDb> answers)
        where TRequest : class
        where TResponse : class
    {
        Answer answer;
        try
        {
            answer = await unit.RunAsync(
                async (_, token) =>
                {
                    if (await answers.FindAsync<TResponse>(db, token) is { } known)
                    {
                        return known;
                    }

                    var response = (IMessage)await continuation(request, context);
                    answers.Keep(db, response);
                    db.Add(Audit(context, AuditEntries.Target(response), "ok"));
                    return new Answer(response, null);
                },
                context.CancellationToken);
        }
        catch (Refusal refusal)
        {
            // Refused perhaps only because its twin on another instance had been faster: then that one's answer counts.
            db.ChangeTracker.Clear();
            if (await answers.FindAsync<TResponse>(db, context.CancellationToken) is { } first)
            {
                return Give<TResponse>(first);
            }

            await KeepRefusalAsync(refusal, context, answers);
            throw;
        }

        return Give<TResponse>(answer);
    }

    static TResponse Give<TResponse>(Answer answer)
        where TResponse : class => answer.Refusal is { } refusal ? throw refusal : (TResponse)answer.Response!;

    /// <summary>Remembers a refusal under its request id and in the audit trail; whatever the handler had changed is dropped.</summary>
    async Task KeepRefusalAsync(Refusal refusal, ServerCallContext context, AnswerLog<TDb> answers)
    {
        using var entry = await gate.EnterAsync(context.CancellationToken);
        if (refusal.Kind is RefusalKind.FailedPrecondition or RefusalKind.NotFound or RefusalKind.AlreadyExists or RefusalKind.Conflict)
        {
            answers.Keep(db, refusal);
        }

        db.Add(Audit(context, "", refusal.Code));
        await db.SaveChangesAsync(CancellationToken.None);
    }

    AuditRow Audit(ServerCallContext context, string target, string outcome) => AuditEntries.Of(context, caller.Current.Subject, target, outcome, time);
}
