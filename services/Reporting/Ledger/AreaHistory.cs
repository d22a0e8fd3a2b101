using System.Text;
using AnSinh.Contracts.Events;
using AnSinh.Contracts.Events.Areas.V1;
using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// The administrative units as they were known at a moment, from the events that told of them: reporting keeps the master copy, so they
/// stand in its own log. The built-in units were always known. A merger that was wrong and corrected later is found as it was told.
/// </summary>
/// <param name="areas">The units as known now.</param>
/// <param name="windows">Their windows.</param>
public sealed class AreaHistory(AreaDirectory areas, AreaWindows windows)
{
    const string Events = "ansinh.areas.";
    const int MostKept = 16;

    volatile Log log = new(Guid.Empty, []);

    /// <summary>The windows of the units as known at a moment; of those known now for null, or when nothing has been told since.</summary>
    /// <param name="db">The scope's database, not reading.</param>
    /// <param name="asOf">The moment.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<AreaWindows> AsKnownAsync(ReportingDb db, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (asOf is not { } moment)
        {
            return windows;
        }

        var newest = areas.Newest;
        var current = log;
        if (current.Newest != newest)
        {
            log = current = new Log(newest, await ReadAsync(db, cancellationToken));
        }

        return current.Until(moment) ?? windows;
    }

    static async Task<List<Change>> ReadAsync(ReportingDb db, CancellationToken cancellationToken)
    {
        // First those that wait for their place in the log: what moves meanwhile is then found in the log, twice at worst.
        var waiting = await EventsOf(db.Outbox).ToListAsync(cancellationToken);
        var told = await EventsOf(db.EventLog).ToListAsync(cancellationToken);
        return [.. waiting.Concat(told).DistinctBy(one => one.EventId).OrderBy(one => one.RecordedAt)];
    }

    static IQueryable<Change> EventsOf<TRow>(IQueryable<TRow> rows)
        where TRow : EventRow =>
        rows.Where(row => row.Type.StartsWith(Events)).Select(row => new Change(row.EventId, row.RecordedAt, row.Type, row.Data));

    sealed record Change(Guid EventId, DateTimeOffset RecordedAt, string Type, string Data);

    sealed class Log(Guid newest, List<Change> changes)
    {
        readonly Lock sync = new();
        readonly Dictionary<int, AreaWindows> known = [];

        public Guid Newest => newest;

        /// <summary>The windows as of a moment; null when all changes had been told by then.</summary>
        public AreaWindows? Until(DateTimeOffset moment)
        {
            var count = changes.FindIndex(change => change.RecordedAt > moment);
            if (count < 0)
            {
                return null;
            }

            lock (sync)
            {
                if (known.TryGetValue(count, out var found))
                {
                    return found;
                }

                if (known.Count == MostKept)
                {
                    known.Clear();
                }

                return known[count] = new AreaWindows(Directory(changes.Take(count)));
            }
        }

        static AreaDirectory Directory(IEnumerable<Change> told)
        {
            var units = new List<(AreaUnit, Guid)>();
            var successions = new List<(AreaSuccession, Guid)>();
            foreach (var change in told)
            {
                switch (EventTypes.Read(change.Type, Encoding.UTF8.GetBytes(change.Data)))
                {
                    case AreaUnitDefined unit:
                        units.Add((AreaReplicaStore.ToRow(unit, change.EventId).ToUnit(), change.EventId));
                        break;
                    case AreaUnitSucceeded succession:
                        successions.Add((AreaReplicaStore.ToSuccession(AreaReplicaStore.ToRow(succession, change.EventId)), change.EventId));
                        break;
                }
            }

            var directory = new AreaDirectory();
            directory.Merge(units, successions);
            return directory;
        }
    }
}
