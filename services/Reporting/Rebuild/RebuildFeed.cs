using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;

namespace AnSinh.Reporting.Rebuild;

/// <summary>
/// Reads the sources' feeds for a rebuild, each in three steps that go on side by side: the next page is on its way while the rules read one,
/// and both while whoever asked books what was read before.
/// </summary>
/// <param name="feed">Reads the feeds.</param>
sealed class RebuildFeed(FeedClient feed)
{
    // Large enough that a transaction costs little, small enough that a cancellation is soon heard and memory stays small.
    const int MostInOneBatch = 4 * FeedClient.PageSize;
    const int PagesAhead = 1;
    const int BatchesAhead = 1;

    /// <summary>
    /// The events after some positions up to exactly the targets, read by the rules: those of each source in their order, and of the sources'
    /// batches that are there the earliest. Facts are kept by the time of their events, so what is booked one after the other stands side by side in
    /// the file; source after source, each would go through the whole of it again. Nobody waits for a slow source while others have told something.
    /// </summary>
    /// <param name="targets">Last event of each source.</param>
    /// <param name="positions">Event of each source after which it begins; from the first where there is none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Refusal">A source does not answer, or no longer holds what the ledger in use has booked.</exception>
    public async IAsyncEnumerable<(FeedPositionRow Target, IReadOnlyList<ReadEvent> Batch)> BatchesAsync(
        IReadOnlyList<FeedPositionRow> targets, IReadOnlyDictionary<string, long> positions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sources = targets.Select(target => new Source(target, BatchesAsync(target, positions.GetValueOrDefault(target.Source), ending.Token))).ToList();
        try
        {
            for (var open = sources.ToList(); open.Count > 0;)
            {
                await Task.WhenAny(open.Select(source => source.Next));
                Source? earliest = null;
                foreach (var source in open.FindAll(source => source.Next.IsCompleted))
                {
                    if (!await source.Next)
                    {
                        open.Remove(source);
                    }
                    else if (earliest is null || source.Begins < earliest.Begins)
                    {
                        earliest = source;
                    }
                }

                if (earliest is not null)
                {
                    yield return (earliest.Target, earliest.Batch);
                    earliest.GoOn();
                }
            }
        }
        finally
        {
            await ending.CancelAsync();
            foreach (var source in sources)
            {
                await source.DisposeAsync();
            }
        }
    }

    async IAsyncEnumerable<IReadOnlyList<ReadEvent>> BatchesAsync(
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

    /// <summary>A source whose next batch is on its way or there.</summary>
    sealed class Source : IAsyncDisposable
    {
        readonly IAsyncEnumerator<IReadOnlyList<ReadEvent>> batches;

        public Source(FeedPositionRow target, IAsyncEnumerable<IReadOnlyList<ReadEvent>> batches)
        {
            (Target, this.batches) = (target, batches.GetAsyncEnumerator());
            GoOn();
        }

        public FeedPositionRow Target { get; }

        /// <summary>Whether there is a next batch, once that is known.</summary>
        public Task<bool> Next { get; private set; } = null!;

        public IReadOnlyList<ReadEvent> Batch => batches.Current;

        public DateTimeOffset Begins => Batch[0].Told.Event.RecordedAt;

        public void GoOn() => Next = batches.MoveNextAsync().AsTask();

        public async ValueTask DisposeAsync()
        {
            await ((Task)Next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await batches.DisposeAsync();
        }
    }
}
