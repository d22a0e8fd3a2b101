using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Rebuild;

/// <summary>Books the sources' events anew, from their feeds and by the same booking as ever, up to where the ledger in use stands.</summary>
/// <param name="feed">Reads the feeds.</param>
/// <param name="booking">Books.</param>
/// <param name="replay">Books what was parked and need not be any more.</param>
sealed class RebuildBooking(RebuildFeed feed, LedgerBooking booking, ReplayParkedEvents replay)
{
    /// <summary>Where the ledger in use stands, by source.</summary>
    public static Task<List<FeedPositionRow>> PositionsAsync(ReportingDb db, CancellationToken cancellationToken) =>
        db.Set<FeedPositionRow>().AsNoTracking().Where(row => row.Consumer == LedgerProjection.Consumer).OrderBy(row => row.Source).ToListAsync(cancellationToken);

    /// <summary>Books up to exactly the positions.</summary>
    /// <param name="rebuilt">Where.</param>
    /// <param name="targets">The positions.</param>
    /// <param name="run">Told how far it is.</param>
    /// <param name="factsAlone">Whether cells and presences are made later, of all facts.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Number of events booked.</returns>
    /// <exception cref="Refusal">A source does not answer, or no longer holds what the ledger in use has booked.</exception>
    public async Task<long> CatchUpAsync(
        RebuildDatabase rebuilt, IReadOnlyList<FeedPositionRow> targets, RebuildRun run, bool factsAlone, CancellationToken cancellationToken)
    {
        var positions = (await PositionsAsync(rebuilt.Db, cancellationToken)).ToDictionary(row => row.Source, row => row.Sequence);
        run.Aim(targets, positions);
        var booked = 0L;
        if (targets.FirstOrDefault(target => positions.GetValueOrDefault(target.Source) > target.Sequence) is { } ahead)
        {
            throw Refusal.Precondition("rebuild.ahead", $"Bản dựng lại đã ghi nguồn {ahead.Source} xa hơn sổ đang dùng: sổ vừa được khôi phục về trước; hãy dựng lại từ đầu.");
        }

        await foreach (var (target, batch) in feed.BatchesAsync(targets, positions, cancellationToken))
        {
            var last = batch[^1].Told.Event;
            if (last.Sequence == target.Sequence && last.RecordedAt != target.BookedThrough)
            {
                throw RebuildFeed.Rewound(target);
            }

            await rebuilt.RunAsync(db => BookAsync(db, batch, last, factsAlone, cancellationToken), cancellationToken);
            run.Booked(target.Source, last.Sequence, batch.Count);
            booked += batch.Count;
        }

        return booked;
    }

    /// <summary>Books what was parked while a unit was not known that is known by now, as people do in the ledger in use.</summary>
    public Task ReplayAsync(RebuildDatabase rebuilt, CancellationToken cancellationToken) =>
        rebuilt.RunAsync(db => replay.RunAsync(db, "", cancellationToken), cancellationToken);

    async Task BookAsync(ReportingDb db, IReadOnlyList<ReadEvent> batch, EventEnvelope last, bool factsAlone, CancellationToken cancellationToken)
    {
        await booking.BookAsync(db, batch, factsAlone, cancellationToken);
        var source = batch[^1].Told.Source;
        var moved = await db.Set<FeedPositionRow>().Where(row => row.Consumer == LedgerProjection.Consumer && row.Source == source).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Sequence, last.Sequence).SetProperty(row => row.BookedThrough, last.RecordedAt), cancellationToken);
        if (moved == 0)
        {
            db.Add(new FeedPositionRow { Consumer = LedgerProjection.Consumer, Source = source, Sequence = last.Sequence, BookedThrough = last.RecordedAt });
        }
    }
}
