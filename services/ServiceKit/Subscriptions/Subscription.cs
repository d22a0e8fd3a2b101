using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Messaging;
using AnSinh.ServiceKit.Persistence;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AnSinh.ServiceKit.Subscriptions;

/// <summary>
/// One consumer's reading of one source: runs from the bus when they join on to the position, the feed when they do not. Position and
/// effect are one transaction; of two instances that book at once, the one that finds the position moved drops its run. A process that
/// stops waits for no source: not for one that is away, nor for one in this very process, which has stopped already.
/// </summary>
public sealed class Subscription<TDb, THandler>(
    string source, IServiceScopeFactory scopes, WriteGate<TDb> gate, FeedClient feed, SubscriptionStatuses statuses, IHostApplicationLifetime lifetime)
    where TDb : ServiceDb
    where THandler : class, IEventHandler<TDb>
{
    static readonly string Consumer = THandler.Consumer;
    readonly SemaphoreSlim single = new(1, 1);

    /// <summary>Source service.</summary>
    public string Source => source;

    /// <summary>Books a run from the bus, reading from the feed first what is missing before it. A feed that does not answer, or a database that
    /// is locked, full or away, is not the message's fault, nor is a process that stops: the run is let go, and the timer, or the next start, reads it
    /// later. An error queue is for people.</summary>
    public async Task OfferAsync(EventRun run, CancellationToken cancellationToken)
    {
        try
        {
            await AloneAsync(
                async token =>
                {
                    if (await ApplyAsync(run.Events, token) < run.Events[^1].Sequence)
                    {
                        statuses.Gap(Consumer, source);
                        await ReadFeedAsync(mayBeAway: true, token);
                    }
                },
                cancellationToken);
        }
        catch (SourceRewoundException)
        {
            // Not the message's fault either; the timer says it until somebody has built the projection anew, from the feed.
        }
        catch (Exception away) when (DatabaseFaults.MeansAway(away))
        {
            statuses.Gap(Consumer, source);
        }
        catch (Exception cancelled) when (
            cancelled is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled } && lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The next start reads on from the position.
        }
    }

    /// <summary>Books all that the feed has.</summary>
    public Task CatchUpAsync(CancellationToken cancellationToken) => AloneAsync(token => ReadFeedAsync(mayBeAway: false, token), cancellationToken);

    async Task AloneAsync(Func<CancellationToken, Task> follow, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await single.WaitAsync(ending.Token);
        try
        {
            await follow(ending.Token);
        }
        finally
        {
            single.Release();
        }
    }

    async Task ReadFeedAsync(bool mayBeAway, CancellationToken cancellationToken)
    {
        var position = await ApplyAsync([], cancellationToken);
        while (true)
        {
            IReadOnlyList<EventEnvelope> events;
            long head;
            try
            {
                // With the last booked event once more, which must still be the same.
                (events, head) = await feed.ReadAsync(source, Math.Max(position - 1, 0), cancellationToken);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                statuses.Unreachable(Consumer, source);
                if (mayBeAway)
                {
                    return;
                }

                throw;
            }

            if (head < position)
            {
                throw Rewound(position, head);
            }

            statuses.Reached(Consumer, source, head);
            var before = position;
            position = await ApplyAsync(events, cancellationToken);
            if (events.Count == 0 || events[^1].Sequence <= before)
            {
                return;
            }
        }
    }

    /// <summary>Books the part of a run that joins on to the position, if any.</summary>
    /// <returns>The position afterwards.</returns>
    async Task<long> ApplyAsync(IReadOnlyList<EventEnvelope> run, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var handler = scope.ServiceProvider.GetRequiredService<THandler>();
        var strategy = db.Database.CreateExecutionStrategy();
        return await strategy.ExecuteAsync(token => TryApplyAsync(db, handler, run, token), cancellationToken);
    }

    async Task<long> TryApplyAsync(TDb db, THandler handler, IReadOnlyList<EventEnvelope> run, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var row = await db.Set<FeedPositionRow>().AsNoTracking()
            .SingleOrDefaultAsync(at => at.Consumer == Consumer && at.Source == source, cancellationToken);
        var position = row?.Sequence ?? 0;
        if (row is not null && At(run, position) is { } last && last.RecordedAt != row.BookedThrough)
        {
            throw Rewound(position, null);
        }

        var next = Joining(run, position);
        if (next.Count == 0)
        {
            statuses.Booked(Consumer, source, position, row?.BookedThrough ?? default, position);
            return position;
        }

        using var entry = await gate.EnterAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await RelaxedDurability.RelaxAsync(db, cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (!await MoveAsync(db, row is null, position, next[^1], cancellationToken))
            {
                return await PositionAsync(db, cancellationToken);
            }

            await handler.ApplyAsync(db, source, next, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(CancellationToken.None);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        statuses.Booked(Consumer, source, next[^1].Sequence, next[^1].RecordedAt, next[^1].Sequence);
        await handler.CommittedAsync(source, next);
        return next[^1].Sequence;
    }

    SourceRewoundException Rewound(long position, long? head)
    {
        statuses.Rewound(Consumer, source);
        return new SourceRewoundException(Consumer, source, position, head);
    }

    // Numbers of a run follow one another.
    static EventEnvelope? At(IReadOnlyList<EventEnvelope> run, long sequence) =>
        run.Count > 0 && sequence >= run[0].Sequence && sequence <= run[^1].Sequence ? run[(int)(sequence - run[0].Sequence)] : null;

    static IReadOnlyList<EventEnvelope> Joining(IReadOnlyList<EventEnvelope> run, long position) =>
        run.Count == 0 || run[0].Sequence > position + 1 ? []
        : run[0].Sequence == position + 1 ? run
        : [.. run.Where(one => one.Sequence > position)];

    async Task<bool> MoveAsync(TDb db, bool first, long from, EventEnvelope to, CancellationToken cancellationToken)
    {
        if (first)
        {
            db.Add(new FeedPositionRow { Consumer = Consumer, Source = source, Sequence = to.Sequence, BookedThrough = to.RecordedAt });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateException faster) when (UniqueViolations.Caused(faster))
            {
                db.ChangeTracker.Clear();
                return false;
            }
        }

        return await db.Set<FeedPositionRow>()
            .Where(at => at.Consumer == Consumer && at.Source == source && at.Sequence == from)
            .ExecuteUpdateAsync(set => set.SetProperty(at => at.Sequence, to.Sequence).SetProperty(at => at.BookedThrough, to.RecordedAt), cancellationToken) == 1;
    }

    async Task<long> PositionAsync(TDb db, CancellationToken cancellationToken) => await db.Set<FeedPositionRow>()
        .Where(at => at.Consumer == Consumer && at.Source == source).Select(at => at.Sequence).SingleAsync(cancellationToken);
}
