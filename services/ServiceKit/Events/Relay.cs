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
    readonly string holder = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        await store.ReleaseAsync(scope.ServiceProvider.GetRequiredService<TDb>(), holder, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromMilliseconds(100);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var busy = await RoundAsync(stoppingToken);
                pause = TimeSpan.FromMilliseconds(100);
                if (!busy)
                {
                    await signal.WaitAsync(options.Value.Poll, time, stoppingToken);
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
                await signal.WaitAsync(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = TimeSpan.FromMilliseconds(Math.Min(pause.TotalMilliseconds * 2, 10_000));
            }
        }
    }

    /// <summary>Numbers what waits, publishes what is numbered.</summary>
    /// <returns>Whether more may wait.</returns>
    async Task<bool> RoundAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Current = Caller.Service("relay");
        if (!await store.TryLeaseAsync(db, holder, options.Value.Lease, cancellationToken))
        {
            return false;
        }

        var numbered = await NumberAsync(db, cancellationToken);
        var published = await PublishAsync(db, cancellationToken);
        return numbered == options.Value.NumberAtOnce || published;
    }

    async Task<int> NumberAsync(TDb db, CancellationToken cancellationToken)
    {
        if (!await db.Outbox.AsNoTracking().AnyAsync(cancellationToken))
        {
            return 0;
        }

        var strategy = db.Database.CreateExecutionStrategy();
        var moved = await strategy.ExecuteAsync(
            async token =>
            {
                db.ChangeTracker.Clear();
                using var entry = await gate.EnterAsync(token);
                await using var transaction = await db.Database.BeginTransactionAsync(token);
                var state = await db.Set<RelayStateRow>().SingleAsync(token);
                var count = await store.NumberAsync(db, state.LastSequence, options.Value.NumberAtOnce, token);
                state.LastSequence += count;
                await db.SaveChangesAsync(token);
                await transaction.CommitAsync(CancellationToken.None);
                status.Numbered(state.LastSequence);
                return count;
            },
            cancellationToken);
        feeds.Of(source.Name).Grown();
        return moved;
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
        var parked = await publisher.PublishAsync(source.Name, rows.Select(EventEnvelope.Of), options.Value, cancellationToken);
        using var entry = await gate.EnterAsync(cancellationToken);
        foreach (var run in parked)
        {
            LogParked(source.Name, run.FirstSequence, run.LastSequence, run.Error);
            db.Add(run);
        }

        var reached = rows[^1].Sequence;
        await db.SaveChangesAsync(cancellationToken);
        await db.Set<RelayStateRow>().Where(row => row.PublishedSequence < reached)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.PublishedSequence, reached), cancellationToken);
        status.Published(reached, rows[^1].RecordedAt);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Relay of {Source}: the next attempt is in {Pause} ms.")]
    partial void LogFault(string source, double pause, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Relay of {Source}: the bus refused events {First} to {Last}; they are parked and served by the feed alone. {Error}")]
    partial void LogParked(string source, long first, long last, string error);
}
