using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Measures;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Counts people: with a record in a period, in a stock, during a period, across two measures. The store only reads rows; what they mean
/// is decided here, for both databases alike.
/// </summary>
/// <param name="seen">Reads rows.</param>
/// <param name="aggregation">What is asked, without its filters.</param>
/// <param name="stretch">Area of the first measure with the days that count, back to the beginning where the figure looks back.</param>
/// <param name="from">First day of the period.</param>
sealed class PeopleOverTime(LedgerSeen seen, Aggregation aggregation, AreaStretch stretch, DateOnly from)
{
    /// <summary>For each grouping, the number of people by member.</summary>
    public async Task<IReadOnlyList<long[]>> CountAsync(IReadOnlyList<PeopleGrouping> groupings, CancellationToken cancellationToken)
    {
        var months = new List<PresenceMonth>();
        foreach (var measure in aggregation.Measures)
        {
            months.AddRange(await seen.PresencesAsync(MeasureKey.Of(measure), stretch, stretch.From, stretch.To, cancellationToken));
        }

        if (aggregation.Link is not { } link)
        {
            return Count(months, groupings, await seen.PeopleAsync(cancellationToken), null);
        }

        // First who has records of the first measure: the second's lie anywhere.
        var (first, last) = link.Relation == PersonRelation.FollowedBy
            ? (Plus(from, link.FirstDay), Plus(stretch.To, link.LastDay))
            : (DateOnly.MinValue, stretch.To);
        var others = await seen.PresencesAsync(MeasureKey.Of(link.Measure), null, first, last, cancellationToken);
        var people = await seen.PeopleAsync(cancellationToken);
        using var asked = new PersonBits(people.Limit);
        foreach (var row in months.SelectMany(month => month.Of.Sets).SelectMany(set => set.Rows))
        {
            asked.Add(people.Of(row.Person));
        }

        using var linked = new LinkedPeople(link, asked, people);
        foreach (var month in others)
        {
            linked.Add(month, first, last);
        }

        return Count(months, groupings, people, linked);
    }

    List<long[]> Count(List<PresenceMonth> months, IReadOnlyList<PeopleGrouping> groupings, UnitedPeople people, LinkedPeople? linked)
    {
        var counters = groupings.Select(grouping => new MemberCounter(grouping, aggregation.Kind, from, stretch.To, people, linked)).ToList();
        foreach (var month in months)
        {
            counters.ForEach(counter => counter.Add(month));
        }

        return counters.ConvertAll(counter => counter.Counts());
    }

    static DateOnly Plus(DateOnly day, int days) => DateOnly.MaxValue.DayNumber - day.DayNumber < days ? DateOnly.MaxValue : day.AddDays(days);
}
