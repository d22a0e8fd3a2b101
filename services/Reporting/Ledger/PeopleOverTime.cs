using System.Runtime.InteropServices;
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

        // First who has records of the first measure: the second's lie anywhere, and nearly all of them are other people's.
        var rows = new List<PresenceSeen>();
        await ScanAsync(rows.Add, cancellationToken);
        var linked = Counters(groupings, await LinkedAsync(link, rows.Select(row => row.Person).ToHashSet(), cancellationToken));
        rows.ForEach(row => Add(linked, row));
        return [.. linked.Select(counter => counter.Counts())];
    }

    List<MemberCounter> Counters(IReadOnlyList<PeopleGrouping> groupings, LinkedPeople? linked) =>
        [.. groupings.Select(grouping => new MemberCounter(grouping, aggregation.Kind, StoredFormats.ToNumber(from), linked))];

    async Task ScanAsync(Action<PresenceSeen> visit, CancellationToken cancellationToken)
    {
        foreach (var measure in aggregation.Measures)
        {
            var scan = new PresenceScan(MeasureKey.Of(measure), stretch, stretch.From, stretch.To) { IsSummed = aggregation.Kind != AggregationKind.People };
            await seen.ScanAsync(scan, visit, cancellationToken);
        }
    }

    static void Add(List<MemberCounter> counters, PresenceSeen row)
    {
        foreach (var counter in counters)
        {
            counter.Add(row);
        }
    }

    async Task<LinkedPeople> LinkedAsync(PersonLink link, HashSet<UInt128> asked, CancellationToken cancellationToken)
    {
        var people = new LinkedPeople(link);
        var (first, last) = link.Relation == PersonRelation.FollowedBy
            ? (Plus(from, link.FirstDay), Plus(stretch.To, link.LastDay))
            : (DateOnly.MinValue, stretch.To);
        var scan = new PresenceScan(MeasureKey.Of(link.Measure), null, first, last) { IsSummed = link.Relation != PersonRelation.FollowedBy };
        await seen.ScanAsync(scan, row => AddAsked(people, asked, row), cancellationToken);
        return people;
    }

    static void AddAsked(LinkedPeople people, HashSet<UInt128> asked, PresenceSeen row)
    {
        if (asked.Contains(row.Person))
        {
            people.Add(row);
        }
    }

    static DateOnly Plus(DateOnly day, int days) => DateOnly.MaxValue.DayNumber - day.DayNumber < days ? DateOnly.MaxValue : day.AddDays(days);

    /// <summary>Counts the members of one grouping.</summary>
    sealed class MemberCounter(PeopleGrouping grouping, AggregationKind kind, int firstDay, LinkedPeople? linked)
    {
        readonly Dictionary<(int Member, UInt128 Person), Standing> people = [];

        public void Add(PresenceSeen row)
        {
            var member = 0;
            if (grouping.MemberOf is { } members && !members.TryGetValue(row.Dims, out member))
            {
                return;
            }

            if (kind == AggregationKind.People && (row.Count <= 0 || linked?.Joins(row.Person, row.Day) == false))
            {
                return;
            }

            ref var standing = ref CollectionsMarshal.GetValueRefOrAddDefault(people, (member, row.Person), out _);
            if (kind == AggregationKind.PeopleDuring && row.Day >= firstDay)
            {
                (standing.Later ??= []).Add((row.Day, row.Count));
            }
            else
            {
                standing.Sum += row.Count;
            }
        }

        public long[] Counts()
        {
            var counts = new long[grouping.Members];
            foreach (var ((member, person), standing) in people)
            {
                if (standing.Sum > 0 ? kind != AggregationKind.StockPeople || linked?.InStock(person) != false : IsEverAboveZero(standing))
                {
                    counts[member]++;
                }
            }

            return counts;
        }

        // What happens on one day is one step: whoever came and went on the same day was never there at its end.
        static bool IsEverAboveZero(Standing standing)
        {
            var sum = standing.Sum;
            return standing.Later is { } later
                && later.GroupBy(one => one.Day).OrderBy(day => day.Key).Any(day => (sum += day.Sum(one => one.Count)) > 0);
        }

        struct Standing
        {
            public long Sum;
            public List<(int Day, long Count)>? Later;
        }
    }
}
