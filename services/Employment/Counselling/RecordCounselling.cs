using AnSinh.Employment.Data;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Counselling;

/// <summary>Records a visit, with its worker where that is not registered yet.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="rules">What a visit must look like.</param>
/// <param name="workers">Finds and registers the worker.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="time">Clock.</param>
public sealed class RecordCounselling(EmploymentDb db, CounsellingRules rules, WorkerOfRecord workers, RecordScope scope, TimeProvider time)
{
    /// <summary>Records.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; NOT_FOUND <c>worker.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>; ALREADY_EXISTS <c>counselling.duplicate</c> with its name.</exception>
    public async Task<CounsellingVisit> RunAsync(Wire.RecordCounsellingRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Visit ?? new Wire.CounsellingVisit();
        var found = new List<Violation>();
        var draft = rules.Check(sent.Kind, sent.VisitedOn, sent.AreaCode, "visit.", VietnamDay.Today(time), found);
        var whole = workers.Check(sent.Worker, request.NewWorker, "visit.worker", (sent.AreaCode, draft?.VisitedOn), found);
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        scope.Require(draft!.AreaCode, draft.VisitedOn);
        var worker = await workers.FindOrRegisterAsync(sent.Worker, whole, "visit.worker", cancellationToken);
        var visit = new CounsellingVisit
        {
            Id = TimeOrderedId.Next(time),
            NaturalKey = await FreeKeyAsync(WorkerOfRecord.Identity(worker, draft.AreaCode), draft, cancellationToken),
            WorkerId = worker.Id,
            Kind = draft.Kind,
            VisitedOn = draft.VisitedOn,
            AreaCode = draft.AreaCode,
            State = CounsellingState.Recorded,
            CreatedAt = time.GetUtcNow(),
        };
        visit.BookedBy = db.Emit(CounsellingRules.Recorded(visit, worker), visit.Id, visit.VisitedOn, visit.AreaCode);
        db.Add(visit);
        return visit;
    }

    /// <summary>The first key that no visit has; those before it were voided.</summary>
    async Task<byte[]> FreeKeyAsync(string person, CounsellingDraft draft, CancellationToken cancellationToken)
    {
        for (var ordinal = 0; ; ordinal++)
        {
            var key = CounsellingRules.Key(person, draft, ordinal);
            var holder = await db.CounsellingVisits.AsNoTracking().Where(one => one.NaturalKey == key)
                .Select(one => new { one.Id, one.State }).SingleOrDefaultAsync(cancellationToken);
            if (holder is null)
            {
                return key;
            }

            if (holder.State == CounsellingState.Recorded)
            {
                var name = ResourceName.Format(CounsellingMessages.Collection, holder.Id);
                throw new Refusal(RefusalKind.AlreadyExists, "counselling.duplicate", $"Lượt tư vấn này đã được ghi: {name}.")
                {
                    Metadata = new Dictionary<string, string> { ["visit"] = name },
                };
            }
        }
    }
}
