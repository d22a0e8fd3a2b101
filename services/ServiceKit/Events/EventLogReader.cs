using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.ServiceKit.Events;

/// <summary>Reads the log of one source; the services of a process each register one.</summary>
public interface IEventLogReader
{
    /// <summary>Source service.</summary>
    string Source { get; }

    /// <summary>Whether another process may give the log its numbers: then nobody in this one tells when it grows.</summary>
    bool Shared { get; }

    /// <summary>Reads numbered events after a sequence number.</summary>
    Task<LogPage> ReadAsync(long after, int limit, CancellationToken cancellationToken);
}

/// <summary>Reads the log in a service's database.</summary>
sealed class EventLogReader<TDb>(ServiceSource<TDb> source, IServiceScopeFactory scopes) : IEventLogReader
    where TDb : ServiceDb
{
    public string Source => source.Name;

    public bool Shared => source.Shared;

    public async Task<LogPage> ReadAsync(long after, int limit, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var rows = await db.EventLog.AsNoTracking()
            .Where(row => row.Sequence > after).OrderBy(row => row.Sequence).Take(limit).ToListAsync(cancellationToken);
        // Waiting events are counted before the head is read: whoever finds none waiting and stands at the head has seen them all.
        var waiting = await db.Outbox.LongCountAsync(cancellationToken);
        var head = await db.Set<RelayStateRow>().Select(row => row.LastSequence).SingleAsync(cancellationToken);
        return new LogPage(rows, head, waiting);
    }
}

/// <summary>A page of a log.</summary>
/// <param name="Rows">Numbered events, in order.</param>
/// <param name="Head">Newest sequence number.</param>
/// <param name="Unnumbered">Events that wait for their number.</param>
public sealed record LogPage(IReadOnlyList<EventLogRow> Rows, long Head, long Unnumbered);
