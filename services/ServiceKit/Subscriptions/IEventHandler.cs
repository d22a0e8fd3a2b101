using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.ServiceKit.Subscriptions;

/// <summary>
/// Books events of other services into a database. Events of one source arrive in the order of its log, each exactly once as far as
/// committed state goes: the position is saved in the same transaction as the effect.
/// </summary>
/// <typeparam name="TDb">Database that the effect is saved in.</typeparam>
public interface IEventHandler<in TDb>
    where TDb : ServiceDb
{
    /// <summary>Name of the consumer; its positions are kept under it.</summary>
    static abstract string Consumer { get; }

    /// <summary>Books a run of consecutive events, inside an open transaction. An event that cannot be booked is the handler's to park:
    /// an exception holds up the source and is tried again.</summary>
    Task ApplyAsync(TDb db, string source, IReadOnlyList<EventEnvelope> run, CancellationToken cancellationToken);

    /// <summary>Called when the transaction of a run has been committed.</summary>
    Task CommittedAsync(string source, IReadOnlyList<EventEnvelope> run) => Task.CompletedTask;
}
