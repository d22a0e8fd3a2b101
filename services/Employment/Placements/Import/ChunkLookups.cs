using AnSinh.Employment.Data;
using AnSinh.ServiceKit.Imports;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Employment.Placements.Import;

/// <summary>What the database knows of a chunk's people, employers and placements, in a handful of statements.</summary>
sealed class ChunkLookups
{
    /// <summary>Workers by person key, current or former.</summary>
    public required Dictionary<string, PersonOfPlacement> ByKey { get; init; }

    /// <summary>Workers by id, where rows name them.</summary>
    public required Dictionary<Guid, PersonOfPlacement> ById { get; init; }

    /// <summary>Employers by identity key.</summary>
    public required Dictionary<string, Guid> Employers { get; init; }

    /// <summary>Employers that rows name.</summary>
    public required HashSet<Guid> NamedEmployers { get; init; }

    /// <summary>Placements by natural key, voided ones too.</summary>
    public required Dictionary<byte[], Guid> Keys { get; init; }

    /// <summary>Placements in force of the workers found.</summary>
    public required Dictionary<(Guid Worker, DateOnly Start, PlacementChannel Channel, Guid? Employer), Guid> InForce { get; init; }

    public static async Task<ChunkLookups> ReadAsync(EmploymentDb db, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var good = rows.Where(row => row.IsGood).ToList();
        var byKey = await WorkersByKeyAsync(db, Distinct(good, row => row.PersonKey), cancellationToken);
        var byId = await WorkersByIdAsync(db, [.. good.Where(row => row.WorkerId is not null).Select(row => row.WorkerId!.Value).Distinct()], cancellationToken);
        var employerKeys = Distinct(good, row => row.Employer?.IdentityKey);
        var employerIds = good.Where(row => row.EmployerId is not null).Select(row => row.EmployerId!.Value).Distinct().ToList();

        // Nobody had a placement under a number that is new: its natural key need not be looked up.
        var naturalKeys = good.Where(row => row.PersonKey is not { } key || byKey.ContainsKey(key)).Select(row => row.Key).ToList();
        return new ChunkLookups
        {
            ByKey = byKey,
            ById = byId,
            Employers = employerKeys.Count == 0 ? [] : await db.Employers.AsNoTracking()
                .Where(one => EF.Parameter(employerKeys).Contains(one.IdentityKey))
                .Select(one => new { one.IdentityKey, one.Id })
                .ToDictionaryAsync(one => one.IdentityKey, one => one.Id, cancellationToken),
            NamedEmployers = employerIds.Count == 0 ? [] : await db.Employers.AsNoTracking()
                .Where(one => employerIds.Contains(one.Id)).Select(one => one.Id).ToHashSetAsync(cancellationToken),
            Keys = await db.Placements.KnownIdsAsync(naturalKeys, cancellationToken),
            InForce = await InForceAsync(db, [.. byKey.Values.Concat(byId.Values).Select(one => one.Id).Distinct()], cancellationToken),
        };
    }

    static async Task<Dictionary<string, PersonOfPlacement>> WorkersByKeyAsync(EmploymentDb db, List<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        var found = await db.Workers.AsNoTracking().Where(one => EF.Parameter(keys).Contains(one.PersonKey))
            .Select(one => new PersonOfPlacement(one.Id, one.PersonKey, one.Sex, one.Birth))
            .ToDictionaryAsync(one => one.PersonKey, cancellationToken);
        if (found.Count < keys.Count)
        {
            var former = await db.WorkerIdentifiers.AsNoTracking().Where(one => EF.Parameter(keys).Contains(one.PersonKey))
                .Join(db.Workers, one => one.WorkerId, worker => worker.Id,
                    (one, worker) => new { FormerKey = one.PersonKey, Person = new PersonOfPlacement(worker.Id, worker.PersonKey, worker.Sex, worker.Birth) })
                .ToListAsync(cancellationToken);
            former.ForEach(one => found.TryAdd(one.FormerKey, one.Person));
        }

        return found;
    }

    static async Task<Dictionary<Guid, PersonOfPlacement>> WorkersByIdAsync(EmploymentDb db, List<Guid> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await db.Workers.AsNoTracking().Where(one => ids.Contains(one.Id))
            .Select(one => new PersonOfPlacement(one.Id, one.PersonKey, one.Sex, one.Birth))
            .ToDictionaryAsync(one => one.Id, cancellationToken);

    static async Task<Dictionary<(Guid, DateOnly, PlacementChannel, Guid?), Guid>> InForceAsync(
        EmploymentDb db, List<Guid> workers, CancellationToken cancellationToken)
    {
        var inForce = new Dictionary<(Guid, DateOnly, PlacementChannel, Guid?), Guid>();
        if (workers.Count > 0)
        {
            var rows = await db.Placements.AsNoTracking().Where(one => workers.Contains(one.WorkerId) && one.State == PlacementState.Recorded)
                .Select(one => new { one.WorkerId, one.StartDate, one.Channel, one.EmployerId, one.Id }).ToListAsync(cancellationToken);
            rows.ForEach(one => inForce.TryAdd((one.WorkerId, one.StartDate, one.Channel, one.EmployerId), one.Id));
        }

        return inForce;
    }

    static List<string> Distinct(List<ImportRow> rows, Func<ImportRow, string?> key) => [.. rows.Select(key).OfType<string>().Distinct()];
}
