using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment.Data;
using AnSinh.Employment.Employers;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Placements;

/// <summary>Records a placement, with its worker and employer where they are not registered yet.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds records.</param>
/// <param name="rules">What a placement must look like.</param>
/// <param name="workerRules">What a worker must look like.</param>
/// <param name="employerRules">What an employer must look like.</param>
/// <param name="workers">Finds and makes workers.</param>
/// <param name="employers">Finds and makes employers.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="time">Clock.</param>
public sealed class RecordPlacement(
    EmploymentDb db, PlacementBook book, PlacementRules rules, WorkerRules workerRules, EmployerRules employerRules,
    WorkerRegistry workers, EmployerRegistry employers, RecordScope scope, TimeProvider time)
{
    /// <summary>Records.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; NOT_FOUND <c>worker.not_found</c>, <c>employer.not_found</c>;
    /// PERMISSION_DENIED <c>area.out_of_scope</c>; ALREADY_EXISTS <c>placement.duplicate</c>.</exception>
    public async Task<Placement> RunAsync(Wire.RecordPlacementRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Placement ?? new Wire.Placement();
        var found = new List<Violation>();
        var draft = rules.Check(sent, "placement", VietnamDay.Today(time), found);
        var newWorker = CheckWorker(request, sent, draft, found);
        var newEmployer = CheckEmployer(request, sent, draft, found);
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        scope.Require(draft!.AreaCode, draft.StartDate);
        var known = newWorker is null
            ? await book.FindWorkerAsync(sent.Worker, "placement.worker", cancellationToken)
            : newWorker.Number is { } number ? await workers.FindAsync(number, cancellationToken) : null;
        if (!AgeRules.Check(known is null ? newWorker!.Birth : known.Birth, draft.StartDate, "placement", found))
        {
            throw Refusal.Invalid(found);
        }

        var employer = newEmployer is null
            ? await book.FindEmployerAsync(sent.Employer, "placement.employer", cancellationToken)
            : await employers.FindAsync(newEmployer, cancellationToken) ?? employers.Register(newEmployer);
        if (known is not null)
        {
            await book.RequireNewAsync(known.Id, draft, employer?.Id, Guid.Empty, cancellationToken);
        }

        var worker = known ?? workers.Register(newWorker!);
        var person = worker.SealedNumber is not null
            ? NaturalKey.OfPerson(worker.PersonKey)
            : NaturalKey.OfPerson(worker.FullName, worker.Birth, draft.AreaCode);
        var key = await FreeKeyAsync(person, draft, NaturalKey.OfEmployer(employer), known?.Id, cancellationToken);
        return Book(draft, key, worker, employer);
    }

    WorkerDraft? CheckWorker(Wire.RecordPlacementRequest request, Wire.Placement sent, PlacementDraft? draft, List<Violation> found)
    {
        if (sent.Worker.Length > 0)
        {
            if (request.NewWorker is not null)
            {
                found.Add(new Violation("new_worker", "worker.given_twice", "Chỉ ghi một trong hai: placement.worker hoặc new_worker."));
            }

            return null;
        }

        return request.NewWorker is null
            ? Missing(found)
            : workerRules.Check(request.NewWorker, "new_worker", VietnamDay.Today(time), (sent.AreaCode, draft?.StartDate), found);

        static WorkerDraft? Missing(List<Violation> found)
        {
            found.Add(new Violation("new_worker", "worker.required", "Phải ghi người lao động: placement.worker hoặc new_worker."));
            return null;
        }
    }

    EmployerDraft? CheckEmployer(Wire.RecordPlacementRequest request, Wire.Placement sent, PlacementDraft? draft, List<Violation> found)
    {
        if (request.NewEmployer is null)
        {
            return null;
        }

        if (sent.Employer.Length > 0)
        {
            found.Add(new Violation("new_employer", "employer.given_twice", "Chỉ ghi một trong hai: placement.employer hoặc new_employer."));
            return null;
        }

        return employerRules.Check(request.NewEmployer, "new_employer", VietnamDay.Today(time), draft?.StartDate, areaRequired: false, found);
    }

    /// <summary>The first key that no placement has: those before it were voided, or are of other people of the same name and birth.</summary>
    async Task<byte[]> FreeKeyAsync(string person, PlacementDraft draft, string employer, Guid? workerId, CancellationToken cancellationToken)
    {
        for (var ordinal = 0; ; ordinal++)
        {
            var key = NaturalKey.Of(person, draft.StartDate, draft.Channel, employer, ordinal);
            var holder = await db.Placements.AsNoTracking().Where(one => one.NaturalKey == key)
                .Select(one => new { one.Id, one.WorkerId, one.State }).SingleOrDefaultAsync(cancellationToken);
            if (holder is null)
            {
                return key;
            }

            if (holder.State == PlacementState.Recorded && workerId is null)
            {
                throw PlacementBook.Duplicate(holder.Id);
            }
        }
    }

    Placement Book(PlacementDraft draft, byte[] key, Worker worker, Employer? employer)
    {
        var placement = Placement.Of(draft, TimeOrderedId.Next(time), key, worker.Id, employer?.Id, time.GetUtcNow());
        placement.BookedBy = db.Emit(
            new PlacementRecorded { Placement = PlacementEvents.Content(placement, worker) }, placement.Id, placement.StartDate, placement.AreaCode);
        if (placement.ReturnDate is not null)
        {
            book.TellReturn(placement, worker.PersonKey);
        }

        db.Add(placement);
        return placement;
    }
}
