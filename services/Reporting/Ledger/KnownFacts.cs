using AnSinh.Reporting.Data;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger;

/// <summary>What the ledger holds of events that a run wants to replace.</summary>
sealed class KnownFacts
{
    // Well below the limits of both databases for parameters.
    const int Chunk = 500;

    readonly Dictionary<Guid, List<FactRow>> booked = [];
    readonly Dictionary<Guid, Guid> reversedBy = [];

    /// <summary>Events that signed a figure.</summary>
    public HashSet<Guid> Figures { get; } = [];

    /// <summary>Facts that each event booked (not what it booked back), in their order.</summary>
    public IReadOnlyDictionary<Guid, List<FactRow>> Booked => booked;

    /// <summary>For each event that was booked back: the event that did it.</summary>
    public Dictionary<Guid, Guid> ReversedBy => reversedBy;

    public static async Task<KnownFacts> FindAsync(
        ReportingDb db, IReadOnlyCollection<Guid> events, IReadOnlyCollection<Guid> figures, CancellationToken cancellationToken)
    {
        var known = new KnownFacts();
        foreach (var chunk in events.Chunk(Chunk))
        {
            var facts = await db.Facts.AsNoTracking()
                .Where(fact => chunk.Contains(fact.EventId) && fact.ReversesEventId == null)
                .OrderBy(fact => fact.EventId).ThenBy(fact => fact.Ordinal).ToListAsync(cancellationToken);
            foreach (var group in facts.GroupBy(fact => fact.EventId))
            {
                known.booked[group.Key] = [.. group];
            }

            var nullable = chunk.Select(id => (Guid?)id).ToArray();
            var reversals = await db.Facts.AsNoTracking().Where(fact => nullable.Contains(fact.ReversesEventId))
                .Select(fact => new { fact.ReversesEventId, fact.EventId }).ToListAsync(cancellationToken);
            foreach (var reversal in reversals)
            {
                known.reversedBy[reversal.ReversesEventId!.Value] = reversal.EventId;
            }
        }

        foreach (var chunk in figures.Chunk(Chunk))
        {
            known.Figures.UnionWith(await db.EnteredFigures.Where(row => chunk.Contains(row.EventId)).Select(row => row.EventId).ToListAsync(cancellationToken));
        }

        return known;
    }
}
