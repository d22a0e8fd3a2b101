using AnSinh.Employment.Data;
using AnSinh.Employment.Employers;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.Employment.Placements.Import;

/// <summary>Decides what becomes of a chunk of checked rows: which people, employers and placements are there, and which are new. Writes nothing.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="workers">Makes workers.</param>
/// <param name="employers">Makes employers.</param>
/// <param name="time">Clock.</param>
public sealed class ChunkPlanner(EmploymentDb db, WorkerRegistry workers, EmployerRegistry employers, TimeProvider time)
{
    /// <summary>Plans.</summary>
    /// <param name="rows">Rows in the order of the file.</param>
    /// <param name="cancellationToken">Stops the look-ups.</param>
    public async Task<ChunkPlan> PlanAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var known = await ChunkLookups.ReadAsync(db, rows, cancellationToken);
        var plan = new ChunkPlan();
        foreach (var row in rows)
        {
            if (!row.IsGood)
            {
                plan.Results.Refuse(row.Line, row.Violations);
            }
            else if (known.Keys.TryGetValue(row.Key, out var met))
            {
                plan.Results.Present(row.Line, Name(met));
            }
            else
            {
                PlanNew(row, known, plan);
            }
        }

        return plan;
    }

    static string Name(Guid placement) => ResourceName.Format(PlacementMessages.Collection, placement);

    void PlanNew(ImportRow row, ChunkLookups known, ChunkPlan plan)
    {
        var draft = row.Draft!;
        var person = row.WorkerId is { } workerId ? known.ById.GetValueOrDefault(workerId)
            : row.PersonKey is { } key ? known.ByKey.GetValueOrDefault(key) : null;
        if (Problem(row, known, person) is { } problem)
        {
            plan.Results.Refuse(row.Line, problem);
            return;
        }

        Guid? employerId = row.EmployerId ?? (row.Employer is null ? null : EmployerOf(row.Employer, known, plan));
        if (person is not null && known.InForce.TryGetValue((person.Id, draft.StartDate, draft.Channel, employerId), out var twin))
        {
            plan.Results.Present(row.Line, Name(twin));
            return;
        }

        person ??= Register(row, known, plan);
        var placement = Placement.Of(draft, TimeOrderedId.Next(time), row.Key, person.Id, employerId, time.GetUtcNow());
        plan.Placements.Add((placement, person));
        known.InForce.TryAdd((person.Id, draft.StartDate, draft.Channel, employerId), placement.Id);
        plan.Results.Recorded(row.Line, Name(placement.Id));
    }

    static List<Violation>? Problem(ImportRow row, ChunkLookups known, PersonOfPlacement? person)
    {
        var found = new List<Violation>(0);
        if (row.WorkerId is not null && person is null)
        {
            found.Add(new Violation("placement.worker", "worker.not_found", "Không có người lao động này."));
        }

        if (row.EmployerId is { } employer && !known.NamedEmployers.Contains(employer))
        {
            found.Add(new Violation("placement.employer", "employer.not_found", "Không có người sử dụng lao động này."));
        }

        if (person is not null)
        {
            AgeRules.Check(person.Birth, row.Draft!.StartDate, "placement", found);
        }

        return found.Count == 0 ? null : found;
    }

    PersonOfPlacement Register(ImportRow row, ChunkLookups known, ChunkPlan plan)
    {
        var worker = workers.Make(row.Worker!, row.PersonKey);
        worker.Version = 1;
        plan.Workers.Add(worker);
        var person = new PersonOfPlacement(worker.Id, worker.PersonKey, worker.Sex, worker.Birth);
        if (row.PersonKey is { } key)
        {
            known.ByKey.Add(key, person);
        }

        return person;
    }

    Guid EmployerOf(EmployerDraft draft, ChunkLookups known, ChunkPlan plan)
    {
        if (!known.Employers.TryGetValue(draft.IdentityKey, out var id))
        {
            var employer = employers.Make(draft);
            employer.Version = 1;
            plan.Employers.Add(employer);
            id = employer.Id;
            known.Employers.Add(draft.IdentityKey, id);
        }

        return id;
    }
}
