using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment.Data;
using AnSinh.People;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Employment.Workers;

/// <summary>Finds workers by what is known of them, and makes new ones.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="keys">Person keys.</param>
/// <param name="cipher">Encrypts numbers.</param>
/// <param name="time">Clock.</param>
public sealed class WorkerRegistry(EmploymentDb db, PersonKeys keys, FieldCipher cipher, TimeProvider time)
{
    /// <summary>Finds the worker who has a citizen number, or once had it.</summary>
    public async Task<Worker?> FindAsync(CitizenNumber number, CancellationToken cancellationToken)
    {
        var key = keys.ForCitizenNumber(number.Digits);
        if (await db.Workers.SingleOrDefaultAsync(worker => worker.PersonKey == key, cancellationToken) is { } current)
        {
            return current;
        }

        var former = await db.WorkerIdentifiers.Where(one => one.PersonKey == key).Select(one => (Guid?)one.WorkerId).FirstOrDefaultAsync(cancellationToken);
        return former is { } id ? await db.Workers.SingleAsync(worker => worker.Id == id, cancellationToken) : null;
    }

    /// <summary>Makes a worker of a draft; nobody must have its number. Adds nothing to the database.</summary>
    public Worker Make(WorkerDraft draft) => Make(draft, draft.Number is { } number ? keys.ForCitizenNumber(number.Digits) : null);

    /// <summary>Makes a worker of a draft whose person key is known already.</summary>
    /// <param name="draft">The worker.</param>
    /// <param name="personKey">Key of the draft's number; null for somebody without one.</param>
    public Worker Make(WorkerDraft draft, string? personKey)
    {
        var id = TimeOrderedId.Next(time);
        var now = time.GetUtcNow();
        return new Worker
        {
            Id = id,
            PersonKey = personKey ?? keys.Local(id),
            SealedNumber = draft.Number is { } number ? cipher.Encrypt(number.Digits) : null,
            KeyedAt = now,
            FullName = draft.FullName,
            Birth = draft.Birth,
            Sex = draft.Sex,
            AreaCode = draft.AreaCode,
            AreaOn = draft.AreaOn,
            Education = draft.Education,
            OccupationCode = draft.OccupationCode,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    /// <summary>Registers a draft: adds the worker and tells of it.</summary>
    public Worker Register(WorkerDraft draft)
    {
        var worker = Make(draft);
        db.Add(worker);
        db.Emit(Registered(worker), worker.Id, worker.AreaOn, worker.AreaCode);
        return worker;
    }

    /// <summary>The event that tells of a new worker.</summary>
    public static WorkerRegistered Registered(Worker worker) => new() { PersonKey = worker.PersonKey, Sex = SexNames.Of(worker.Sex) };
}
