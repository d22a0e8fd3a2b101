using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Measures;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Counts people: with a record in a period, in a stock, during a period, across two measures. The store only reads rows; what they mean
/// is decided here, for both databases alike.
/// </summary>
/// <param name="seen">Reads rows.</param>
/// <param name="aggregation">What is asked, without its filters.</param>
/// <param name="stretch">Area of the first measure, and the period.</param>
sealed class PeopleOverTime(LedgerSeen seen, Aggregation aggregation, AreaStretch stretch)
{
    readonly List<StockPart> stock = [];
    readonly List<PresenceMonth> months = [];

    /// <summary>For each grouping, the number of people by member.</summary>
    public async Task<IReadOnlyList<long[]>> CountAsync(IReadOnlyList<PeopleGrouping> groupings, CancellationToken cancellationToken)
    {
        foreach (var measure in aggregation.Measures.Select(MeasureKey.Of))
        {
            await ReadAsync(measure, cancellationToken);
        }

        if (aggregation.Link is not { } link)
        {
            return Count(groupings, await seen.PeopleAsync(cancellationToken), null);
        }

        var other = new PeopleOverTime(seen, aggregation, stretch);
        await other.ReadLinkedAsync(link, cancellationToken);
        // Now that everybody has a number.
        var people = await seen.PeopleAsync(cancellationToken);
        using var asked = Asked(people);
        using var linked = new LinkedPeople(link, people, asked);
        other.stock.ForEach(linked.AddStock);
        var (first, last) = Days(link);
        other.months.ForEach(month => linked.AddRecords(month, first, last));
        return Count(groupings, people, linked);
    }

    async Task ReadAsync(int measure, CancellationToken cancellationToken)
    {
        if (aggregation.Kind == AggregationKind.StockPeople)
        {
            stock.AddRange(await seen.StockAsync(measure, stretch, stretch.To, cancellationToken));
            return;
        }

        if (aggregation.Kind == AggregationKind.PeopleDuring && stretch.From > DateOnly.MinValue)
        {
            stock.AddRange(await seen.StockAsync(measure, stretch, stretch.From.AddDays(-1), cancellationToken));
        }

        months.AddRange(await seen.PresencesAsync(measure, stretch, stretch.From, stretch.To, cancellationToken));
    }

    // The second measure's records lie anywhere.
    async Task ReadLinkedAsync(PersonLink link, CancellationToken cancellationToken)
    {
        var measure = MeasureKey.Of(link.Measure);
        if (link.Relation == PersonRelation.And)
        {
            stock.AddRange(await seen.StockAsync(measure, null, stretch.To, cancellationToken));
            return;
        }

        if (link.Relation == PersonRelation.While && stretch.From > DateOnly.MinValue)
        {
            stock.AddRange(await seen.StockAsync(measure, null, stretch.From.AddDays(-1), cancellationToken));
        }

        var (first, last) = Days(link);
        months.AddRange(await seen.PresencesAsync(measure, null, first, last, cancellationToken));
    }

    (DateOnly First, DateOnly Last) Days(PersonLink link) =>
        link.Relation == PersonRelation.FollowedBy ? link.DaysFor(stretch.From, stretch.To) : (stretch.From, stretch.To);

    PersonBits Asked(UnitedPeople people)
    {
        var asked = new PersonBits(people.Limit);
        foreach (var set in months.Select(month => month.Of).Concat(stock.Select(part => part.Of)).SelectMany(of => of.Sets))
        {
            foreach (ref readonly var row in set.Rows.AsSpan())
            {
                asked.Add(people.Of(row.Person));
            }
        }

        return asked;
    }

    List<long[]> Count(IReadOnlyList<PeopleGrouping> groupings, UnitedPeople people, LinkedPeople? linked)
    {
        var counters = groupings.Select(grouping => new MemberCounter(grouping, stretch.From, stretch.To, people, linked)).ToList();
        foreach (var counter in counters)
        {
            stock.ForEach(counter.AddStock);
            months.ForEach(aggregation.Kind == AggregationKind.PeopleDuring ? counter.AddSteps : counter.AddRecords);
        }

        return counters.ConvertAll(counter => counter.Counts());
    }
}
