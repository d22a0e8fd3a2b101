using System.Diagnostics;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Identity;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// One transaction: state, events, audit and answers are saved together or not at all. On a server database a transient fault repeats
/// the whole unit, never a single statement.
/// </summary>
/// <param name="db">The scope's database.</param>
/// <param name="gate">The database's write gate.</param>
/// <param name="relay">Told when events wait.</param>
/// <param name="caller">Who causes the changes.</param>
/// <param name="time">Clock.</param>
public sealed class UnitOfWork<TDb>(TDb db, WriteGate<TDb> gate, RelaySignal<TDb> relay, CallerAccessor caller, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Runs the work, saves and commits. The work neither saves nor commits.</summary>
    /// <param name="work">Reads, decides, changes; may be run again from the start after a transient fault.</param>
    /// <param name="cancellationToken">Stops the work, but not a commit that has begun.</param>
    public async Task<T> RunAsync<T>(Func<TDb, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var strategy = db.Database.CreateExecutionStrategy();
        var result = await strategy.ExecuteAsync(token => TryOnceAsync(work, token), cancellationToken);
        if (db.HasEmitted)
        {
            relay.Wake();
        }

        return result;
    }

    async Task<T> TryOnceAsync<T>(Func<TDb, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        db.HasEmitted = false;
        db.Origin = new Origin(caller.Current.Subject, Activity.Current?.Id ?? "", time);
        using var entry = await gate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await work(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }
}
