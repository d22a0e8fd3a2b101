using System.Threading.Channels;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Rebuild;

/// <summary>Books the sources' events anew, from their feeds and by the same booking as ever, up to where the ledger in use stands.</summary>
/// <param name="feed">Reads the feeds.</param>
/// <param name="booking">Books.</param>
/// <param name="replay">Books what was parked and need not be any more.</param>
sealed class RebuildBooking(FeedClient feed, LedgerBooking booking, ReplayParkedEvents replay)
{
    // Large enough that a cell is written once for many facts, small enough that a cancellation is soon heard.
    const int MostInOneTransaction = 50_000;
    const int BatchesAhead = 1;

    /// <summary>Where the ledger in use stands, by source.</summary>
    public static Task<List<FeedPositionRow>> PositionsAsync(ReportingDb db, CancellationToken cancellationToken) =>
        db.Set<FeedPositionRow>().AsNoTracking().Where(row => row.Consumer == LedgerProjection.Consumer).OrderBy(row => row.Source).ToListAsync(cancellationToken);

    /// <summary>Books up to exactly the positions.</summary>
    /// <returns>Number of events booked.</returns>
    /// <exception cref="Refusal">A source does not answer, or no longer holds what the ledger in use has booked.</exception>
    public async Task<long> CatchUpAsync(ReportingDb db, IReadOnlyList<FeedPositionRow> targets, RebuildRun run, CancellationToken cancellationToken)
    {
        var positions = (await PositionsAsync(db, cancellationToken)).ToDictionary(row => row.Source, row => row.Sequence);
        run.Aim(targets, positions);
        var booked = 0L;
        foreach (var target in targets)
        {
            if (positions.GetValueOrDefault(target.Source) > target.Sequence)
            {
                throw Refusal.Precondition("rebuild.ahead", $"Bản dựng lại đã ghi nguồn {target.Source} xa hơn sổ đang dùng: sổ vừa được khôi phục về trước; hãy dựng lại từ đầu.");
            }

            booked += await CatchUpAsync(db, target, positions.GetValueOrDefault(target.Source), run, cancellationToken);
        }

        return booked;
    }

    /// <summary>Books what was parked while a unit was not known that is known by now, as people do in the ledger in use.</summary>
    public async Task ReplayAsync(ReportingDb db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await replay.RunAsync(db, "", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    async Task<long> CatchUpAsync(ReportingDb db, FeedPositionRow target, long position, RebuildRun run, CancellationToken cancellationToken)
    {
        var started = position;
        var batches = Channel.CreateBounded<List<EventEnvelope>>(BatchesAhead);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // The next batch is read while this one is booked.
        var reading = ReadAllAsync(batches.Writer, target, position, ending.Token);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                if (batch[^1].Sequence == target.Sequence && batch[^1].RecordedAt != target.BookedThrough)
                {
                    throw Rewound(target);
                }

                await BookAsync(db, target.Source, batch, cancellationToken);
                position = batch[^1].Sequence;
                run.Booked(target.Source, position, batch.Count);
            }
        }
        finally
        {
            await ending.CancelAsync();
            await reading;
        }

        return position - started;
    }

    async Task ReadAllAsync(ChannelWriter<List<EventEnvelope>> batches, FeedPositionRow target, long position, CancellationToken cancellationToken)
    {
        try
        {
            var batch = new List<EventEnvelope>();
            for (var read = position; read < target.Sequence;)
            {
                var page = await ReadAsync(target, read, cancellationToken);
                read = page[^1].Sequence;
                batch.AddRange(page.TakeWhile(told => told.Sequence <= target.Sequence));
                if (batch.Count >= MostInOneTransaction || read >= target.Sequence)
                {
                    await batches.WriteAsync(batch, cancellationToken);
                    batch = [];
                }
            }

            batches.Complete();
        }
        catch (Exception fault)
        {
            // Whoever books meets it.
            batches.Complete(fault);
        }
    }

    async Task<IReadOnlyList<EventEnvelope>> ReadAsync(FeedPositionRow target, long after, CancellationToken cancellationToken)
    {
        try
        {
            var (events, head) = await feed.ReadAsync(target.Source, after, cancellationToken);
            return head < target.Sequence || events.Count == 0 || events[0].Sequence != after + 1 ? throw Rewound(target) : events;
        }
        catch (Exception away) when (away is not Refusal && !cancellationToken.IsCancellationRequested)
        {
            throw Refusal.Precondition("rebuild.source_unreachable", $"Không đọc được nguồn cấp của {target.Source}: {away.Message}");
        }
    }

    static Refusal Rewound(FeedPositionRow target) => Refusal.Precondition(
        "rebuild.source_rewound",
        FormattableString.Invariant($"Nguồn {target.Source} không còn sự kiện {target.Sequence} mà sổ đang dùng đã ghi: nguồn đã được khôi phục về trước (xem deploy/runbooks/rebuild-projection.md)."));

    async Task BookAsync(ReportingDb db, string source, List<EventEnvelope> batch, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await booking.BookAsync(db, [.. batch.Select(told => new SourcedEvent(source, told))], cancellationToken);
        var moved = await db.Set<FeedPositionRow>().Where(row => row.Consumer == LedgerProjection.Consumer && row.Source == source).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Sequence, batch[^1].Sequence).SetProperty(row => row.BookedThrough, batch[^1].RecordedAt), cancellationToken);
        if (moved == 0)
        {
            db.Add(new FeedPositionRow { Consumer = LedgerProjection.Consumer, Source = source, Sequence = batch[^1].Sequence, BookedThrough = batch[^1].RecordedAt });
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
