using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment.Data;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Workers;

/// <summary>Gives a worker a citizen number, or replaces one that was established anew; the former one stays in the history.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="registry">Finds workers.</param>
/// <param name="people">The register of those who are paid, which follows.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="keys">Person keys.</param>
/// <param name="cipher">Encrypts numbers.</param>
/// <param name="time">Clock.</param>
public sealed class IdentifyWorker(
    EmploymentDb db, WorkerRegistry registry, PersonRegistry<EmploymentDb> people, RecordScope scope, PersonKeys keys, FieldCipher cipher, TimeProvider time)
{
    const int LongestReason = 500;

    /// <summary>Identifies.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; NOT_FOUND <c>worker.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>; ALREADY_EXISTS <c>worker.citizen_number_taken</c>; ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<Worker> RunAsync(Wire.IdentifyWorkerRequest request, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(WorkerMessages.Collection, request.Name, "name");
        var worker = await db.Workers.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("worker.not_found", "Không có người lao động này.");
        scope.Require(worker.AreaCode, worker.AreaOn);
        var number = Check(request);
        Etag.Check(worker, request.Etag, "etag");
        var key = keys.ForCitizenNumber(number.Digits);
        if (worker.PersonKey == key)
        {
            return worker;
        }

        // A number of the worker's own past may come back: it was replaced by mistake.
        if (await registry.FindAsync(number, cancellationToken) is { } holder && holder.Id != worker.Id)
        {
            throw RegisterWorker.Taken(holder);
        }

        var former = worker.Identify(key, cipher.Encrypt(number.Digits), request.Reason.Trim(), TimeOrderedId.Next(time), time.GetUtcNow());
        db.Add(former);
        await people.FollowAsync(former.PersonKey, number, cancellationToken);
        db.Emit(
            new PersonIdentified { FormerKey = former.PersonKey, PersonKey = worker.PersonKey },
            worker.Id, VietnamDay.Today(time), worker.AreaCode);
        return worker;
    }

    CitizenNumber Check(Wire.IdentifyWorkerRequest request)
    {
        var found = new List<Violation>();
        if (request.CitizenNumber.Length == 0)
        {
            found.Add(new Violation("citizen_number", "worker.citizen_number_malformed", "Số định danh cá nhân phải gồm đúng 12 chữ số."));
        }

        var number = WorkerRules.CheckNumber(request.CitizenNumber, "citizen_number", VietnamDay.Today(time), found);
        if (request.Reason.Trim().Length is 0 or > LongestReason)
        {
            found.Add(new Violation("reason", "reason.invalid", $"Phải ghi lý do và căn cứ, từ 1 đến {LongestReason} ký tự."));
        }

        return found.Count == 0 && number is { } checkedNumber ? checkedNumber : throw Refusal.Invalid(found);
    }
}
