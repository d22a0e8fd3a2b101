using System.Text;
using AnSinh.Contracts.Events;
using AnSinh.Contracts.Events.Areas.V1;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;

namespace AnSinh.ServiceKit.Areas;

/// <summary>Keeps a service's copy of the administrative units in step with their owner, reporting, by its events.</summary>
/// <param name="areas">The process's directory.</param>
public sealed class AreaReplica<TDb>(AreaDirectory areas) : IEventHandler<TDb>
    where TDb : ServiceDb
{
    /// <summary>Source that owns the units.</summary>
    public const string Owner = "reporting";

    readonly List<AreaUnitRow> units = [];
    readonly List<AreaSuccessionRow> successions = [];

    /// <inheritdoc/>
    public static string Consumer => "areas";

    /// <inheritdoc/>
    public async Task ApplyAsync(TDb db, string source, IReadOnlyList<EventEnvelope> run, CancellationToken cancellationToken)
    {
        units.Clear();
        successions.Clear();
        foreach (var told in run.Where(one => one.Type.StartsWith("ansinh.areas.", StringComparison.Ordinal)))
        {
            switch (EventTypes.Read(told.Type, Encoding.UTF8.GetBytes(told.Data)))
            {
                case AreaUnitDefined unit:
                    units.Add(AreaReplicaStore.ToRow(unit, told.EventId));
                    break;
                case AreaUnitSucceeded succession:
                    successions.Add(AreaReplicaStore.ToRow(succession, told.EventId));
                    break;
            }
        }

        if (units.Count + successions.Count > 0)
        {
            await AreaReplicaStore.ReplaceAsync(db, units, successions, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task CommittedAsync(string source, IReadOnlyList<EventEnvelope> run)
    {
        if (units.Count + successions.Count > 0)
        {
            areas.Merge(units.Select(row => (row.ToUnit(), row.Revision)), successions.Select(row => (AreaReplicaStore.ToSuccession(row), row.Revision)));
        }

        return Task.CompletedTask;
    }
}
