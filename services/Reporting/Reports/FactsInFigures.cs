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
/// <param name="areas">All units, as known now.</param>
sealed class FactsInFigures(ReportingDb db, AreaDirectory areas)
{
    const int Chunk = 500;

    readonly Dictionary<long, DimensionSet> sets = [];
    readonly Dictionary<string, List<DimensionFilter>> filters = new(StringComparer.Ordinal);

    /// <summary>The facts of an event.</summary>
    public async Task<IReadOnlyList<SeenFact>> OfEventAsync(Guid eventId, CancellationToken cancellationToken) => await LoadedAsync(
        Seen(db.Facts.Where(fact => fact.EventId == eventId)), cancellationToken);

    /// <summary>The facts that were booked after a report was frozen and are in one of its figures, late or because they had been parked.</summary>
    public async Task<IReadOnlyList<SeenFact>> SinceAsync(FrozenReport frozen, IReadOnlyList<FrozenQuestion> questions, CancellationToken cancellationToken)
    {
        var found = new HashSet<SeenFact>();
        foreach (var asked in questions.GroupBy(question => (question.Measure, question.From, question.To)))
        {
            var (measure, from, to) = asked.Key;
            foreach (var source in frozen.Sources)
            {
                var (name, booked) = (source.Source, source.BookedSequence);
                var inDays = db.Facts.Where(fact => fact.Measure == measure && fact.Day >= from && fact.Day <= to && fact.Source == name);
                var facts = await LoadedAsync(Seen(inDays.Where(fact => fact.Sequence > booked)), cancellationToken);
                foreach (var parked in source.Unbooked.Chunk(Chunk))
                {
                    facts.AddRange(await LoadedAsync(Seen(inDays.Where(fact => parked.Contains(fact.Sequence))), cancellationToken));
                }

                found.UnionWith(facts.Where(fact => asked.Any(question => IsIn(question, fact, areas))));
            }
        }

        return [.. found];
    }

    /// <summary>Whether a fact is one of those that a figure asked for; whether it had been booked by then is another question.</summary>
    /// <param name="question">What the figure asked for.</param>
    /// <param name="fact">A fact that this has found.</param>
    /// <param name="known">The units as known at the moment that counts.</param>
    public bool IsIn(FrozenQuestion question, SeenFact fact, AreaDirectory known) =>
        question.Measure == fact.Measure && question.From <= fact.Day && fact.Day <= question.To && Lies(question, fact, known)
        && Filters(question.Filters).All(filter => filter.Passes(sets[fact.Dims][filter.Dimension]));

    // As the ledger sees areas: each record in the unit of its day.
    static bool Lies(FrozenQuestion question, SeenFact fact, AreaDirectory known) => question.AreaCode.Length == 0
        || (known.IsWithin(fact.AreaCode, question.AreaCode, fact.Day)
            && (question.Below.Length == 0 || known.Find(question.AreaCode, fact.Day)?.ParentCode == question.Below));

    /// <summary>The conditions of a question.</summary>
    public static List<DimensionFilter> FiltersOf(string json) => JsonSerializer.Deserialize<List<DimensionFilter>>(json)!;

    List<DimensionFilter> Filters(string json) => filters.TryGetValue(json, out var known) ? known : filters[json] = FiltersOf(json);

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
