using AnSinh.Employment.Placements;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Workers;

/// <summary>Finds the worker that a record names, or registers the one that it gives whole.</summary>
/// <param name="book">Finds workers by name.</param>
/// <param name="rules">What a worker must look like.</param>
/// <param name="registry">Finds and makes workers.</param>
/// <param name="time">Clock.</param>
public sealed class WorkerOfRecord(PlacementBook book, WorkerRules rules, WorkerRegistry registry, TimeProvider time)
{
    /// <summary>Checks that exactly one worker is given.</summary>
    /// <param name="named">Name of a worker; empty for none.</param>
    /// <param name="whole">The worker, whole; null for none.</param>
    /// <param name="field">Field of the name.</param>
    /// <param name="residence">Commune and day of the record.</param>
    /// <param name="found">Where violations are added: <c>worker.required</c>, <c>worker.given_twice</c>, and those of the worker.</param>
    /// <returns>The worker as given whole; null when named or when violations were added.</returns>
    public WorkerDraft? Check(string named, Wire.Worker? whole, string field, (string AreaCode, DateOnly? On) residence, List<Violation> found)
    {
        if (named.Length > 0 && whole is not null)
        {
            found.Add(new Violation("new_worker", "worker.given_twice", $"Chỉ ghi một trong hai: {field} hoặc new_worker."));
        }
        else if (named.Length == 0 && whole is null)
        {
            found.Add(new Violation("new_worker", "worker.required", $"Phải ghi người lao động: {field} hoặc new_worker."));
        }

        return whole is null || named.Length > 0 ? null : rules.Check(whole, "new_worker", VietnamDay.Today(time), residence, found);
    }

    /// <summary>Finds or registers.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>worker.not_found</c>.</exception>
    public async Task<Worker> FindOrRegisterAsync(string named, WorkerDraft? whole, string field, CancellationToken cancellationToken) =>
        whole is null ? await book.FindWorkerAsync(named, field, cancellationToken)
        : whole.Number is { } number && await registry.FindAsync(number, cancellationToken) is { } known ? known
        : registry.Register(whole);

    /// <summary>Who, as keys of records tell it.</summary>
    internal static string Identity(Worker worker, string areaCode) => worker.SealedNumber is not null
        ? RecordKey.OfWorker(worker.Id)
        : NaturalKey.OfPerson(worker.FullName, worker.Birth, areaCode);
}
