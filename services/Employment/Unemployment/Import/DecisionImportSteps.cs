using AnSinh.Employment.Data;
using AnSinh.Employment.UnemploymentPayments;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Unemployment.Import;

/// <summary>What is done with the rows of an import of decisions; one object for one import.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="checks">Checks rows.</param>
/// <param name="registry">Makes workers.</param>
/// <param name="intake">Makes benefits.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
public sealed class DecisionImportSteps(
    EmploymentDb db, DecisionChecks checks, WorkerRegistry registry, BenefitIntake intake, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
    : IImportSteps<Wire.DecisionRow, DecisionImportRow, DecisionPlan>
{
    /// <inheritdoc/>
    public DecisionImportRow Check(Wire.DecisionRow sent) => checks.Check(sent);

    /// <inheritdoc/>
    public async Task<DecisionPlan> PlanAsync(IReadOnlyList<DecisionImportRow> rows, CancellationToken cancellationToken)
    {
        var workers = await ImportedWorkers.ReadAsync(db, rows.Select(row => row.PersonKey), cancellationToken);
        var paid = rows.Where(row => row.PayableFrom is not null).Select(row => workers.Find(row.PersonKey)?.PersonKey);
        var plan = new DecisionPlan(workers, await ImportedBenefits.ReadAsync(db, paid, cancellationToken));
        var wanted = rows.Where(row => row.Facts is not null).Select(row => Key(row, workers)).OfType<byte[]>().ToList();
        var known = await db.UnemploymentClaims.KnownIdsAsync(wanted, cancellationToken);
        foreach (var row in rows)
        {
            if (row.Facts is null)
            {
                plan.Results.Refuse(row.Line, row.Violations);
            }
            else if (Key(row, workers) is { } key && known.TryGetValue(key, out var met))
            {
                plan.Results.Present(row.Line, ResourceName.Format(ClaimMessages.Collection, met));
            }
            else if (row.PayableFrom is { } from && intake.WhyNot(plan.Benefits, workers.Find(row.PersonKey), row.Given!, from) is { } problem)
            {
                plan.Results.Refuse(row.Line, [problem]);
            }
            else
            {
                var claim = Make(row, workers.Of(row.Worker!, row.PersonKey, registry), plan);
                known.Add(claim.NaturalKey, claim.Id);
            }
        }

        return plan;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(DecisionPlan plan, CancellationToken cancellationToken)
    {
        var events = new List<OutboxRow>(plan.Workers.Added.Count + plan.Claims.Count);
        await plan.Workers.WriteAsync(db, events, cancellationToken);
        await plan.Benefits.WriteAsync(db, events, cancellationToken);
        foreach (var (claim, worker) in plan.Claims)
        {
            var day = claim.DecidedOn!.Value;
            var told = db.Draft(
                ClaimRules.Decided(claim, worker), claim.Id, day, CommuneOnDay.Of(areas, claim.AreaCode, claim.FiledOn, day));
            claim.ToldBy = told.EventId;
            events.Add(told);
        }

        await BulkInsert.InsertAsync(db, [.. plan.Claims.Select(one => one.Claim)], cancellationToken);
        await BulkInsert.InsertAsync(db, events, cancellationToken);
    }

    UnemploymentClaim Make(DecisionImportRow row, Worker worker, DecisionPlan plan)
    {
        var facts = row.Facts!;
        var key = row.PersonKey is null ? row.Key : ClaimRules.Key(RecordKey.OfWorker(worker.Id), facts.FiledOn, 0);
        var claim = UnemploymentClaim.Of(facts, TimeOrderedId.Next(time), key, worker.Id, row.AreaCode, caller.Current.Subject, time.GetUtcNow());
        claim.Decide(row.Given!, row.DecisionNumber, row.DecidedOn, by: null, time.GetUtcNow());
        claim.Version = 1;
        if (row is { PayableFrom: { } from, Way: { } way })
        {
            claim.EntitlementId = intake.Add(plan.Benefits, claim, row.Given!, worker, way, from);
        }

        plan.Claims.Add((claim, worker));
        plan.Results.Recorded(row.Line, ResourceName.Format(ClaimMessages.Collection, claim.Id));
        return claim;
    }

    /// <summary>The key of a row's claim; null for somebody who is not registered yet, who cannot have claimed.</summary>
    static byte[]? Key(DecisionImportRow row, ImportedWorkers workers) => row.PersonKey is null ? row.Key
        : workers.Find(row.PersonKey) is { } worker ? ClaimRules.Key(WorkerOfRecord.Identity(worker, row.AreaCode), row.Facts!.FiledOn, 0)
        : null;
}
