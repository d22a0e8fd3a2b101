using AnSinh.Reporting.Data;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger;

/// <summary>The events that could not be booked. They count in no figure, hold nobody up, and are booked when the cause is gone.</summary>
/// <param name="time">Clock.</param>
public sealed class ParkedEvents(TimeProvider time)
{
    const int Chunk = 500;

    /// <summary>Number of parked events by source.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> CountsAsync(ReportingDb db, CancellationToken cancellationToken) =>
        await db.ParkedEvents.GroupBy(row => row.Source).Select(group => new { group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

    /// <summary>Parks what a run could not book, and takes away what it could.</summary>
    /// <returns>Whether anything is parked.</returns>
    internal async Task<bool> RecordAsync(ReportingDb db, LedgerRun run, CancellationToken cancellationToken)
    {
        var any = await db.ParkedEvents.AnyAsync(cancellationToken);
        if (!any && run.Unbookable.Count == 0)
        {
            return false;
        }

        if (any)
        {
            foreach (var chunk in run.Booked.Chunk(Chunk))
            {
                await db.ParkedEvents.Where(row => chunk.Contains(row.EventId)).ExecuteDeleteAsync(cancellationToken);
            }
        }

        var now = time.GetUtcNow();
        foreach (var chunk in run.Unbookable.Chunk(Chunk))
        {
            var ids = chunk.Select(one => one.Event.Event.EventId).ToArray();
            var known = await db.ParkedEvents.Where(row => ids.Contains(row.EventId)).ToDictionaryAsync(row => row.EventId, cancellationToken);
            foreach (var (told, why) in chunk)
            {
                if (known.TryGetValue(told.Event.EventId, out var row))
                {
                    (row.Reason, row.Detail, row.WaitsFor) = (why.Reason, Short(why.Detail), why.WaitsFor);
                }
                else
                {
                    db.Add(ParkedEventRow.Of(told, why with { Detail = Short(why.Detail) }, now));
                }
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return true;
    }

    /// <summary>Parked events that wait for one of the given to be booked, in the order of their sources' logs.</summary>
    internal async Task<IReadOnlyList<SourcedEvent>> WaitingForAsync(ReportingDb db, IReadOnlySet<Guid> booked, CancellationToken cancellationToken)
    {
        if (!await db.ParkedEvents.AnyAsync(row => row.WaitsFor != null, cancellationToken))
        {
            return [];
        }

        var waiting = new List<ParkedEventRow>();
        foreach (var chunk in booked.Select(id => (Guid?)id).Chunk(Chunk))
        {
            waiting.AddRange(await db.ParkedEvents.AsNoTracking().Where(row => chunk.Contains(row.WaitsFor)).ToListAsync(cancellationToken));
        }

        return [.. waiting.OrderBy(row => row.Source, StringComparer.Ordinal).ThenBy(row => row.Sequence).Select(row => row.ToEvent())];
    }

    static string Short(string detail) => detail.Length <= 1000 ? detail : detail[..999] + "…";
}
