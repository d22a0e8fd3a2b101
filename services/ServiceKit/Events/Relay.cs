using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AnSinh.ServiceKit.Events;

/// <summary>
/// Gives the events of one service their sequence numbers and publishes them, in order. One holder at a time: only it numbers rows,
/// so "after sequence n" never skips a row that commits late. No transaction stays open while the broker is waited for.
/// </summary>
public sealed partial class Relay<TDb>(
    ServiceSource<TDb> source,
    IServiceScopeFactory scopes,
    IRelayStore store,
    RelayLease<TDb> lease,
    WriteGate<TDb> gate,
    RelaySignal<TDb> signal,
    FeedSignals feeds,
    RunPublisher publisher,
    RelayStatus<TDb> status,
    IOptions<RelayOptions> options,
    TimeProvider time,
    ILogger<Relay<TDb>> logger) : BackgroundService
    where TDb : ServiceDb
{
    static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    readonly RelaySignal<TDb> numbered = new();

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        await lease.ReleaseAsync(scope.ServiceProvider.GetRequiredService<TDb>(), cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Two loops: the bus waits as long as its broker is away, and numbering, on which the feed depends, must not wait with it.</remarks>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(LoopAsync(NumberAsync, signal, stoppingToken), LoopAsync(PublishAsync, numbered, stoppingToken));

    async Task LoopAsync(Func<TDb, CancellationToken, Task<bool>> step, RelaySignal<TDb> wake, CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var more = await RoundAsync(step, stoppingToken);
                pause = ShortestPause;
                if (!more)
                {
                    await wake.WaitAsync(options.Value.Poll, time, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // A broker or database that is away burns no attempts: wait and go on. The feed serves what is numbered already.
                LogFault(source.Name, pause.TotalMilliseconds, fault);
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    /// <summary>One step under the lease.</summary>
    /// <returns>Whether there is more to do at once.</returns>
    async Task<bool> RoundAsync(Func<TDb, CancellationToken, Task<bool>> step, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Current = Caller.Service("relay");
        return await lease.HoldsAsync(db, cancellationToken) && await step(db, cancellationToken);
    }

    async Task<bool> NumberAsync(TDb db, CancellationToken cancellationToken)
    {
        if (!await db.Outbox.AsNoTracking().AnyAsync(cancellationToken))
        {
            return false;
        }

        var strategy = db.Database.CreateExecutionStrategy();
        var moved = await strategy.ExecuteAsync(
            async token =>
            {
                db.ChangeTracker.Clear();
                using var entry = await gate.EnterAsync(token);
                await using var transaction = await db.Database.BeginTransactionAsync(token);
                var last = await db.Set<RelayStateRow>().Select(row => row.LastSequence).SingleAsync(token);
                var count = await store.NumberAsync(db, last, options.Value.NumberAtOnce, token);

                // Only on the state that was read: a holder that slept through the end of its lease finds it moved, and all is rolled back.
                if (await db.Set<RelayStateRow>().Where(row => row.LastSequence == last)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSequence, last + count), token) != 1)
                {
                    throw new InvalidOperationException($"The relay of {source.Name} has another holder.");
                }

                await transaction.CommitAsync(CancellationToken.None);
                status.Numbered(last + count);
                return count;
            },
            cancellationToken);
        feeds.Of(source.Name).Grown();
        numbered.Wake();
        return moved == options.Value.NumberAtOnce;
    }

    async Task<bool> PublishAsync(TDb db, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var state = await db.Set<RelayStateRow>().AsNoTracking().SingleAsync(cancellationToken);
        if (state.PublishedSequence >= state.LastSequence)
        {
            return false;
        }

        var rows = await db.EventLog.AsNoTracking()
            .Where(row => row.Sequence > state.PublishedSequence)
            .OrderBy(row => row.Sequence)
            .Take(options.Value.NumberAtOnce)
            .ToListAsync(cancellationToken);
        // A bus whose broker is away may not listen to the token, and one whose broker died at the wrong moment may never answer. What is published
        // twice changes nothing.
        using var patience = new CancellationTokenSource(options.Value.PublishPatience, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var parked = await publisher.PublishAsync(source.Name, rows.Select(EventEnvelope.Of), options.Value, ending.Token).WaitAsync(ending.Token);
        foreach (var run in parked)
        {
            LogParked(source.Name, run.FirstSequence, run.LastSequence, run.Error);
        }

        var strategy = db.Database.CreateExecutionStrategy();
        await strategy.ExecuteAsync(token => RecordAsync(db, parked, rows[^1].Sequence, token), cancellationToken);
        status.Published(state.LastSequence, rows[^1].Sequence, rows[^1].RecordedAt);
        return true;
    }

    /// <summary>Saves how far was published, in one transaction with what was parked: half of it would be parked again, and collide.</summary>
    async Task RecordAsync(TDb db, IReadOnlyList<ParkedRunRow> parked, long reached, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        using var entry = await gate.EnterAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await RelaxedDurability.RelaxAsync(db, cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            db.AddRange(parked);
            await db.SaveChangesAsync(cancellationToken);
            await db.Set<RelayStateRow>().Where(row => row.PublishedSequence < reached)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.PublishedSequence, reached), cancellationToken);
            await transaction.CommitAsync(CancellationToken.None);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Relay of {Source}: the next attempt is in {Pause} ms.")]
    partial void LogFault(string source, double pause, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Relay of {Source}: the bus refused events {First} to {Last}; they are parked and served by the feed alone. {Error}")]
    partial void LogParked(string source, long first, long last, string error);
}
