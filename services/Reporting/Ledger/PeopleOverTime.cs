using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Measures;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Counts people whose records must be seen together: in a stock, during a period, across two measures. The store only reads rows, each
/// once; what they mean is decided here, for both databases alike.
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
        if (aggregation.Link is not { } link)
        {
            var counters = Counters(groupings, null);
            await ScanAsync(row => Add(counters, row), cancellationToken);
            return [.. counters.Select(counter => counter.Counts())];
        }

        // First who has records of the first measure: the second's lie anywhere.
        using var asked = new PersonNumbers();
        var rows = new List<KeptPresence>();
        await ScanAsync(
            row =>
            {
                rows.Add(row);
                asked[row.Person] = 1;
            },
            cancellationToken);
        using var people = new LinkedPeople(link, asked);
        await ScanLinkedAsync(link, people, cancellationToken);
        var linked = Counters(groupings, people);
        rows.ForEach(row => Add(linked, row));
        return [.. linked.Select(counter => counter.Counts())];
    }

    List<MemberCounter> Counters(IReadOnlyList<PeopleGrouping> groupings, LinkedPeople? linked) =>
        [.. groupings.Select(grouping => new MemberCounter(grouping, aggregation.Kind, StoredFormats.ToNumber(from), linked))];

    static void Add(List<MemberCounter> counters, KeptPresence row)
    {
        foreach (var counter in counters)
        {
            counter.Add(row);
        }
    }

    async Task ScanAsync(Action<KeptPresence> visit, CancellationToken cancellationToken)
    {
        foreach (var measure in aggregation.Measures)
        {
            var scan = new PresenceScan(MeasureKey.Of(measure), stretch, stretch.From, stretch.To) { IsSummed = aggregation.Kind != AggregationKind.People };
            await seen.ScanAsync(scan, visit, cancellationToken);
        }
    }

    Task ScanLinkedAsync(PersonLink link, LinkedPeople people, CancellationToken cancellationToken)
    {
        var (first, last) = link.Relation == PersonRelation.FollowedBy
            ? (Plus(from, link.FirstDay), Plus(stretch.To, link.LastDay))
            : (DateOnly.MinValue, stretch.To);
        var scan = new PresenceScan(MeasureKey.Of(link.Measure), null, first, last) { IsSummed = link.Relation != PersonRelation.FollowedBy };
        return seen.ScanAsync(scan, people.Add, cancellationToken);
    }

    static DateOnly Plus(DateOnly day, int days) => DateOnly.MaxValue.DayNumber - day.DayNumber < days ? DateOnly.MaxValue : day.AddDays(days);
}
