using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.ServiceKit.Events;

/// <summary>Reads the log of one source; the services of a process each register one.</summary>
public interface IEventLogReader
{
    /// <summary>Source service.</summary>
    string Source { get; }

    /// <summary>Reads numbered events after a sequence number, and the newest number.</summary>
    Task<(IReadOnlyList<EventLogRow> Rows, long Head)> ReadAsync(long after, int limit, CancellationToken cancellationToken);
}

/// <summary>Reads the log in a service's database.</summary>
sealed class EventLogReader<TDb>(ServiceSource<TDb> source, IServiceScopeFactory scopes) : IEventLogReader
    where TDb : ServiceDb
{
    public string Source => source.Name;

    public async Task<(IReadOnlyList<EventLogRow> Rows, long Head)> ReadAsync(long after, int limit, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var rows = await db.EventLog.AsNoTracking()
            .Where(row => row.Sequence > after).OrderBy(row => row.Sequence).Take(limit).ToListAsync(cancellationToken);
        // A full page says nothing of the head; a short one ends at it.
        var head = rows.Count < limit && rows.Count > 0 ? rows[^1].Sequence
            : await db.Set<RelayStateRow>().Select(row => row.LastSequence).SingleAsync(cancellationToken);
        return (rows, head);
    }
}
