using AnSinh.Employment.Data;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Employment.Workers;

/// <summary>The workers of a chunk of an import: those who are registered, found with one look-up, and those whom the chunk registers.</summary>
public sealed class ImportedWorkers
{
    readonly Dictionary<string, Worker> known;

    ImportedWorkers(Dictionary<string, Worker> known) => this.known = known;

    /// <summary>Workers to register, with version 1.</summary>
    public List<Worker> Added { get; } = [];

    /// <summary>Looks workers up by person key, current or former.</summary>
    public static async Task<ImportedWorkers> ReadAsync(EmploymentDb db, IEnumerable<string?> personKeys, CancellationToken cancellationToken)
    {
        var keys = personKeys.OfType<string>().Distinct().ToList();
        var found = keys.Count == 0 ? [] : await db.Workers.AsNoTracking().Where(one => EF.Parameter(keys).Contains(one.PersonKey))
            .ToDictionaryAsync(one => one.PersonKey, cancellationToken);
        if (found.Count < keys.Count)
        {
            var former = await db.WorkerIdentifiers.AsNoTracking().Where(one => EF.Parameter(keys).Contains(one.PersonKey))
                .Join(db.Workers.AsNoTracking(), one => one.WorkerId, worker => worker.Id, (one, worker) => new { one.PersonKey, Worker = worker })
                .ToListAsync(cancellationToken);
            former.ForEach(one => found.TryAdd(one.PersonKey, one.Worker));
        }

        return new ImportedWorkers(found);
    }

    /// <summary>The registered worker with a key; null for none, and for a row without a number.</summary>
    public Worker? Find(string? personKey) => personKey is null ? null : known.GetValueOrDefault(personKey);

    /// <summary>The worker of a row: found, or registered by the chunk.</summary>
    public Worker Of(WorkerDraft draft, string? personKey, WorkerRegistry registry)
    {
        if (Find(personKey) is { } there)
        {
            return there;
        }

        var worker = registry.Make(draft, personKey);
        worker.Version = 1;
        Added.Add(worker);
        if (personKey is not null)
        {
            known.Add(personKey, worker);
        }

        return worker;
    }

    /// <summary>Inserts the new workers and tells of them, inside the open transaction.</summary>
    /// <param name="db">The scope's database.</param>
    /// <param name="events">Events of the chunk, those of the workers first.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public Task WriteAsync(EmploymentDb db, List<OutboxRow> events, CancellationToken cancellationToken)
    {
        events.AddRange(Added.Select(worker => db.Draft(WorkerRegistry.Registered(worker), worker.Id, worker.AreaOn, worker.AreaCode)));
        return BulkInsert.InsertAsync(db, Added, cancellationToken);
    }
}
