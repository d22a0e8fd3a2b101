using AnSinh.Contracts.Common.V1;
using AnSinh.ServiceKit.Persistence;
using Grpc.Core;

namespace AnSinh.ServiceKit.Imports;

/// <summary>The transactions of one import.</summary>
/// <param name="Steps">What the service does with rows.</param>
/// <param name="Options">What the sender wants.</param>
/// <param name="Context">The call, for the audit trail.</param>
sealed record ImportWork<TDb, TSent, TRow, TPlan>(IImportSteps<TSent, TRow, TPlan> Steps, ImportOptions Options, ServerCallContext Context)
    where TDb : ServiceDb
    where TRow : ICheckedRow
    where TPlan : IChunkPlan
{
    const int LongestTarget = 200;

    /// <summary>One chunk: looks up, decides, writes, and leaves an audit entry.</summary>
    public async Task<TPlan> PlanAndWriteAsync(TDb db, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
    {
        var plan = await Steps.PlanAsync(rows, cancellationToken);
        if (plan.Results.RecordedCount > 0)
        {
            await Steps.WriteAsync(plan, cancellationToken);
            db.Add(Audit(db.Origin, plan.Results));
        }

        return plan;
    }

    /// <summary>All chunks in the one transaction that is open.</summary>
    /// <exception cref="BadRowException">A row is bad.</exception>
    public async Task<List<RowResult>> WriteAllAsync(TDb db, List<TRow[]> chunks, CancellationToken cancellationToken)
    {
        var results = new List<RowResult>();
        foreach (var chunk in chunks)
        {
            var plan = await PlanAndWriteAsync(db, chunk, cancellationToken);
            results.AddRange(plan.Results.HasRefused ? throw new BadRowException() : plan.Results.All);
        }

        return results;
    }

    /// <summary>What is to be said about rows of which none is saved: a dry run, or an all-or-nothing import with a bad row.</summary>
    public async Task<List<RowResult>> JudgeAsync(List<TRow[]> chunks, CancellationToken cancellationToken)
    {
        var results = new List<RowResult>();
        foreach (var chunk in chunks)
        {
            results.AddRange((await Steps.PlanAsync(chunk, cancellationToken)).Results.All);
        }

        return results.Exists(result => result.Outcome == RowOutcome.Refused)
            ? results.ConvertAll(result => result.Outcome == RowOutcome.Recorded ? result with { Outcome = RowOutcome.NotApplied, Resource = "" } : result)
            : results;
    }

    AuditRow Audit(Origin origin, ChunkResults results)
    {
        var target = $"{results.RecordedCount} records, lines {results.All[0].Line}-{results.All[^1].Line} of {Options.FileName}";
        return new AuditRow
        {
            Id = TimeOrderedId.Next(origin.Time),
            At = origin.Time.GetUtcNow(),
            Actor = origin.Actor,
            Method = Context.Method,
            Target = target.Length <= LongestTarget ? target : target[..LongestTarget],
            Outcome = "ok",
            Peer = Context.Peer,
            TraceParent = origin.TraceParent,
        };
    }
}

/// <summary>Rolls an all-or-nothing import back.</summary>
sealed class BadRowException : Exception;
