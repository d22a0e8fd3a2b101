using AnSinh.Employment.Data;
using AnSinh.Employment.Placements;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Counselling.Import;

/// <summary>What is done with the rows of an import of visits; one object for one import.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="rules">What a visit must look like.</param>
/// <param name="workerRules">What a worker must look like.</param>
/// <param name="registry">Makes workers.</param>
/// <param name="keys">Person keys.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
public sealed class CounsellingImportSteps(
    EmploymentDb db, CounsellingRules rules, WorkerRules workerRules, WorkerRegistry registry, PersonKeys keys, AreaDirectory areas,
    CallerAccessor caller, TimeProvider time) : IImportSteps<Wire.CounsellingRow, CounsellingImportRow, CounsellingPlan>
{
    readonly FileSequence sequence = new();
    readonly DateOnly today = VietnamDay.Today(time);

    /// <inheritdoc/>
    public CounsellingImportRow Check(Wire.CounsellingRow sent)
    {
        var found = new List<Violation>(0);
        var draft = rules.Check(sent.Kind, sent.VisitedOn, sent.AreaCode, "", today, found);
        if (draft is not null && !caller.Current.Areas.Covers(areas, draft.AreaCode, draft.VisitedOn))
        {
            found.Add(new Violation("area_code", "area.out_of_scope", AreaScope.OutOfScope(draft.AreaCode).Message));
        }

        var worker = CheckWorker(sent, draft, found);
        if (found.Count > 0)
        {
            return new CounsellingImportRow { Line = sent.Line, Violations = found };
        }

        var personKey = worker!.Number is { } number ? keys.ForCitizenNumber(number.Digits) : null;
        return new CounsellingImportRow
        {
            Line = sent.Line,
            Violations = found,
            Draft = draft,
            Worker = worker,
            PersonKey = personKey,
            Key = personKey is null ? NextKey(worker, draft!) : [],
        };
    }

    /// <inheritdoc/>
    public async Task<CounsellingPlan> PlanAsync(IReadOnlyList<CounsellingImportRow> rows, CancellationToken cancellationToken)
    {
        var workers = await ImportedWorkers.ReadAsync(db, rows.Select(row => row.PersonKey), cancellationToken);
        var plan = new CounsellingPlan(workers);
        var wanted = rows.Where(row => row.Draft is not null).Select(row => Key(row, workers)).OfType<byte[]>().ToList();
        var known = await db.CounsellingVisits.KnownIdsAsync(wanted, cancellationToken);
        foreach (var row in rows)
        {
            if (row.Draft is null)
            {
                plan.Results.Refuse(row.Line, row.Violations);
            }
            else if (Key(row, workers) is { } key && known.TryGetValue(key, out var met))
            {
                plan.Results.Present(row.Line, ResourceName.Format(CounsellingMessages.Collection, met));
            }
            else
            {
                var visit = Make(row, workers.Of(row.Worker!, row.PersonKey, registry), plan);
                known.Add(visit.NaturalKey, visit.Id);
            }
        }

        return plan;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(CounsellingPlan plan, CancellationToken cancellationToken)
    {
        var events = new List<OutboxRow>(plan.Workers.Added.Count + plan.Visits.Count);
        await plan.Workers.WriteAsync(db, events, cancellationToken);
        foreach (var (visit, worker) in plan.Visits)
        {
            var told = db.Draft(CounsellingRules.Recorded(visit, worker), visit.Id, visit.VisitedOn, visit.AreaCode);
            visit.BookedBy = told.EventId;
            events.Add(told);
        }

        await BulkInsert.InsertAsync(db, [.. plan.Visits.Select(one => one.Visit)], cancellationToken);
        await BulkInsert.InsertAsync(db, events, cancellationToken);
    }

    CounsellingVisit Make(CounsellingImportRow row, Worker worker, CounsellingPlan plan)
    {
        var visit = new CounsellingVisit
        {
            Id = TimeOrderedId.Next(time),
            NaturalKey = row.PersonKey is null ? row.Key : CounsellingRules.Key(RecordKey.OfWorker(worker.Id), row.Draft!, 0),
            WorkerId = worker.Id,
            Kind = row.Draft!.Kind,
            VisitedOn = row.Draft.VisitedOn,
            AreaCode = row.Draft.AreaCode,
            State = CounsellingState.Recorded,
            CreatedAt = time.GetUtcNow(),
            Version = 1,
        };
        plan.Visits.Add((visit, worker));
        plan.Results.Recorded(row.Line, ResourceName.Format(CounsellingMessages.Collection, visit.Id));
        return visit;
    }

    WorkerDraft? CheckWorker(Wire.CounsellingRow sent, CounsellingDraft? draft, List<Violation> found)
    {
        if (sent.Worker is { } whole)
        {
            return workerRules.Check(whole, "worker", today, (sent.AreaCode, draft?.VisitedOn), found);
        }

        found.Add(new Violation("worker", "worker.required", "Phải ghi người lao động."));
        return null;
    }

    /// <summary>Rows of people without a number who agree in everything may be several people: they get ordinals in the order of the file.</summary>
    byte[] NextKey(WorkerDraft worker, CounsellingDraft draft)
    {
        var person = NaturalKey.OfPerson(worker.FullName, worker.Birth, draft.AreaCode);
        var first = CounsellingRules.Key(person, draft, 0);
        var ordinal = sequence.NextOrdinal(first);
        return ordinal == 0 ? first : CounsellingRules.Key(person, draft, ordinal);
    }

    /// <summary>The key of a row's visit; null for somebody who is not registered yet, who cannot have visited.</summary>
    static byte[]? Key(CounsellingImportRow row, ImportedWorkers workers) => row.PersonKey is null ? row.Key
        : workers.Find(row.PersonKey) is { } worker ? CounsellingRules.Key(WorkerOfRecord.Identity(worker, row.Draft!.AreaCode), row.Draft, 0)
        : null;
}
