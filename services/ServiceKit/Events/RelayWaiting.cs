using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Events;

/// <summary>What has been saved and is not on the bus yet.</summary>
/// <param name="Count">Number of events, numbered or not.</param>
/// <param name="Oldest">When the oldest of them was saved, UTC; null when there is none.</param>
sealed record RelayWaiting(long Count, DateTimeOffset? Oldest)
{
    /// <summary>Looks it up.</summary>
    public static async Task<RelayWaiting> ReadAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        var state = await db.Set<RelayStateRow>().AsNoTracking().SingleAsync(cancellationToken);
        var count = state.LastSequence - state.PublishedSequence + await db.Outbox.LongCountAsync(cancellationToken);
        if (count == 0)
        {
            return new RelayWaiting(0, null);
        }

        var numbered = await db.EventLog.Where(row => row.Sequence == state.PublishedSequence + 1)
            .Select(row => (DateTimeOffset?)row.RecordedAt).SingleOrDefaultAsync(cancellationToken);
        return new RelayWaiting(
            count,
            numbered ?? await db.Outbox.OrderBy(row => row.EventId).Select(row => (DateTimeOffset?)row.RecordedAt).FirstOrDefaultAsync(cancellationToken));
    }

    /// <summary>Age of the oldest event; zero when there is none, or the clock went back.</summary>
    public TimeSpan AgeAt(DateTimeOffset now) => Oldest is { } saved && now > saved ? now - saved : TimeSpan.Zero;
}
