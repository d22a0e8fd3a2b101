using System.Text.Json;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Areas;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Reports;

/// <summary>What decides whether a fact is in a frozen figure.</summary>
readonly record struct SeenFact(Guid EventId, int Measure, DateOnly Day, string AreaCode, long Dims, string Source, long Sequence);

/// <summary>Says which facts are in which frozen figures.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">All units.</param>
sealed class FactsInFigures(ReportingDb db, AreaDirectory areas)
{
    readonly Dictionary<long, DimensionSet> sets = [];
    readonly Dictionary<string, List<DimensionFilter>> filters = new(StringComparer.Ordinal);

    /// <summary>The facts of an event.</summary>
    public async Task<IReadOnlyList<SeenFact>> OfEventAsync(Guid eventId, CancellationToken cancellationToken) => await LoadedAsync(
        Seen(db.Facts.Where(fact => fact.EventId == eventId)), cancellationToken);

    /// <summary>The facts that were booked after a report was frozen and are in one of its figures.</summary>
    public async Task<IReadOnlyList<SeenFact>> SinceAsync(FrozenReport frozen, IReadOnlyList<FrozenQuestion> questions, CancellationToken cancellationToken)
    {
        var found = new HashSet<SeenFact>();
        foreach (var asked in questions.GroupBy(question => (question.Measure, question.From, question.To)))
        {
            var (measure, from, to) = asked.Key;
            foreach (var source in frozen.Sources)
            {
                var (name, booked) = (source.Source, source.BookedSequence);
                var facts = await LoadedAsync(
                    Seen(db.Facts.Where(fact => fact.Measure == measure && fact.Day >= from && fact.Day <= to && fact.Source == name && fact.Sequence > booked)), cancellationToken);
                found.UnionWith(facts.Where(fact => asked.Any(question => IsIn(question, fact))));
            }
        }

        return [.. found];
    }

    /// <summary>Whether a fact is one of those that a figure asked for; whether it had been booked by then is another question.</summary>
    public bool IsIn(FrozenQuestion question, SeenFact fact) =>
        question.Measure == fact.Measure && question.From <= fact.Day && fact.Day <= question.To && Lies(question, fact)
        && Filters(question.Filters).All(filter => filter.Passes(sets[fact.Dims][filter.Dimension]));

    // As the ledger sees areas: each record in the unit of its day.
    bool Lies(FrozenQuestion question, SeenFact fact) => question.AreaCode.Length == 0
        || (areas.IsWithin(fact.AreaCode, question.AreaCode, fact.Day)
            && (question.Below.Length == 0 || areas.Find(question.AreaCode, fact.Day)?.ParentCode == question.Below));

    List<DimensionFilter> Filters(string json) => filters.TryGetValue(json, out var known) ? known : filters[json] = JsonSerializer.Deserialize<List<DimensionFilter>>(json)!;

    static IQueryable<SeenFact> Seen(IQueryable<FactRow> facts) =>
        facts.Select(fact => new SeenFact(fact.EventId, fact.Measure, fact.Day, fact.AreaCode, fact.Dims, fact.Source, fact.Sequence));

    async Task<List<SeenFact>> LoadedAsync(IQueryable<SeenFact> facts, CancellationToken cancellationToken)
    {
        var loaded = await facts.ToListAsync(cancellationToken);
        foreach (var key in loaded.Select(fact => fact.Dims).Distinct().Where(key => !sets.ContainsKey(key)).ToList())
        {
            sets[key] = DimensionSet.OfText(await db.Set<DimensionSetRow>().Where(row => row.Key == key).Select(row => row.Text).SingleAsync(cancellationToken));
        }

        return loaded;
    }
}
