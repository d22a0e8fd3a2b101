using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;

namespace AnSinh.Reporting.Rebuild;

/// <summary>
/// Reads a source's feed for a rebuild, in three steps that go on side by side: the next page is on its way while the rules read one, and
/// both while whoever asked books what was read before.
/// </summary>
/// <param name="feed">Reads the feeds.</param>
sealed class RebuildFeed(FeedClient feed)
{
    // Large enough that a transaction costs little, small enough that a cancellation is soon heard and memory stays small.
    const int MostInOneBatch = 20_000;
    const int PagesAhead = 2;
    const int BatchesAhead = 1;

    /// <summary>The events after a position up to exactly the target, in their order, read by the rules.</summary>
    /// <exception cref="Refusal">The source does not answer, or no longer holds what the ledger in use has booked.</exception>
    public async IAsyncEnumerable<IReadOnlyList<ReadEvent>> BatchesAsync(
        FeedPositionRow target, long position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pages = Channel.CreateBounded<IReadOnlyList<EventEnvelope>>(PagesAhead);
        var batches = Channel.CreateBounded<IReadOnlyList<ReadEvent>>(BatchesAhead);
        var reading = InStepAsync(pages.Writer, () => ReadAsync(pages.Writer, target, position, ending.Token));
        var understanding = InStepAsync(batches.Writer, () => UnderstandAsync(pages.Reader, batches.Writer, target, ending.Token));
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                yield return batch;
            }
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll(reading, understanding);
        }
    }

    // Whoever reads from the channel meets the fault.
    static Task InStepAsync<T>(ChannelWriter<T> to, Func<Task> work) => Task.Run(async () =>
    {
        try
        {
            await work();
            to.Complete();
        }
        catch (Exception fault)
        {
            to.Complete(fault);
        }
    });

    async Task ReadAsync(ChannelWriter<IReadOnlyList<EventEnvelope>> pages, FeedPositionRow target, long position, CancellationToken cancellationToken)
    {
        while (position < target.Sequence)
        {
            var page = await ReadAsync(target, position, cancellationToken);
            position = page[^1].Sequence;
            await pages.WriteAsync(page, cancellationToken);
        }
    }

    static async Task UnderstandAsync(
        ChannelReader<IReadOnlyList<EventEnvelope>> pages, ChannelWriter<IReadOnlyList<ReadEvent>> batches, FeedPositionRow target, CancellationToken cancellationToken)
    {
        var batch = new List<ReadEvent>(MostInOneBatch + FeedClient.PageSize);
        await foreach (var page in pages.ReadAllAsync(cancellationToken))
        {
            batch.AddRange(page.TakeWhile(told => told.Sequence <= target.Sequence).Select(told => ReadEvent.Of(new SourcedEvent(target.Source, told))));
            if (batch.Count >= MostInOneBatch)
            {
                await batches.WriteAsync(batch, cancellationToken);
                batch = new List<ReadEvent>(MostInOneBatch + FeedClient.PageSize);
            }
        }

        if (batch.Count > 0)
        {
            await batches.WriteAsync(batch, cancellationToken);
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

    /// <summary>The source has been set back behind what the ledger in use has booked.</summary>
    public static Refusal Rewound(FeedPositionRow target) => Refusal.Precondition(
        "rebuild.source_rewound",
        FormattableString.Invariant($"Nguồn {target.Source} không còn sự kiện {target.Sequence} mà sổ đang dùng đã ghi: nguồn đã được khôi phục về trước (xem deploy/runbooks/rebuild-projection.md)."));
}
