using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Imports;

/// <summary>A record that is known again by what it says, so that the same paper imported twice is one record.</summary>
public interface INaturalRecord
{
    /// <summary>Key.</summary>
    Guid Id { get; }

    /// <summary>SHA-256 of what makes the record this one; unique.</summary>
    byte[] NaturalKey { get; }
}

/// <summary>Looks up which records of a chunk are there already, in one statement.</summary>
public static class KnownRecords
{
    /// <summary>Ids of the records that bear one of the natural keys, by key.</summary>
    public static async Task<Dictionary<byte[], Guid>> KnownIdsAsync<T>(
        this IQueryable<T> records, IReadOnlyCollection<byte[]> keys, CancellationToken cancellationToken)
        where T : class, INaturalRecord => keys.Count == 0 ? new(HashedKeys.Instance)
            : await records.AsNoTracking().Where(one => EF.Parameter(keys).Contains(one.NaturalKey)).Select(one => new { one.NaturalKey, one.Id })
                .ToDictionaryAsync(one => one.NaturalKey, one => one.Id, HashedKeys.Instance, cancellationToken);

    /// <summary>The records that bear one of the natural keys, by key; not tracked.</summary>
    public static async Task<Dictionary<byte[], T>> KnownAsync<T>(
        this IQueryable<T> records, IReadOnlyCollection<byte[]> keys, CancellationToken cancellationToken)
        where T : class, INaturalRecord => keys.Count == 0 ? new(HashedKeys.Instance)
            : await records.AsNoTracking().Where(one => EF.Parameter(keys).Contains(one.NaturalKey))
                .ToDictionaryAsync(one => one.NaturalKey, HashedKeys.Instance, cancellationToken);
}
