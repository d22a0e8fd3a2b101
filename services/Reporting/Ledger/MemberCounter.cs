using AnSinh.Reporting.Formulas;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Ledger;

/// <summary>Counts the members of one grouping.</summary>
/// <param name="grouping">The members.</param>
/// <param name="kind">What is counted.</param>
/// <param name="from">First day of the period.</param>
/// <param name="to">Last day of the period.</param>
/// <param name="people">Who is whom, for everybody in the rows.</param>
/// <param name="linked">Records of the second measure; null where there is none.</param>
sealed class MemberCounter(PeopleGrouping grouping, AggregationKind kind, DateOnly from, DateOnly to, UnitedPeople people, LinkedPeople? linked)
{
    readonly int first = StoredFormats.ToNumber(from);
    readonly int last = StoredFormats.ToNumber(to);
    readonly PersonBits?[] seen = new PersonBits?[grouping.Members];
    readonly PersonNumbers?[] sums = new PersonNumbers?[grouping.Members];
    readonly List<PersonStep>?[] steps = new List<PersonStep>?[grouping.Members];

    /// <summary>Takes a month in.</summary>
    public void Add(PresenceMonth month)
    {
        var lowest = kind == AggregationKind.People ? first : 0;
        var isWhole = month.Month.IsWithin(lowest, last);
        var inPeriod = kind == AggregationKind.PeopleDuring && month.Month.Month >= LedgerMonth.Of(from);
        foreach (var set in month.Of.Sets)
        {
            var member = 0;
            if (grouping.MemberOf is { } members && !members.TryGetValue(set.Dims, out member))
            {
                continue;
            }

            // Most rows lie in whole months: only those at the edges are looked at by day.
            ReadOnlySpan<KeptPresence> rows = isWhole ? set.Rows : Array.FindAll(set.Rows, row => month.Month.Month * 100 + row.Day is var day && day >= lowest && day <= last);
            if (kind == AggregationKind.People)
            {
                AddPeople(seen[member] ??= new(people.Limit), rows, month.Month.First.DayNumber - 1);
            }
            else if (inPeriod)
            {
                AddSteps(member, rows, month.Month.Month * 100);
            }
            else
            {
                AddStock(sums[member] ??= new(people.Limit), rows);
            }
        }
    }

    /// <summary>The counts; nothing can be taken in afterwards.</summary>
    public long[] Counts()
    {
        var counts = new long[grouping.Members];
        for (var member = 0; member < counts.Length; member++)
        {
            using var bits = seen[member];
            counts[member] = bits?.Count ?? 0;
            if (sums[member] is null && steps[member] is null)
            {
                continue;
            }

            using var sum = sums[member] ?? new(people.Limit);
            counts[member] += kind == AggregationKind.StockPeople && linked is { } other ? sum.CountAbove0(other.InStock) : sum.Above0;
            counts[member] += steps[member] is { } later ? Came(later, sum) : 0;
        }

        return counts;
    }

    void AddPeople(PersonBits bits, ReadOnlySpan<KeptPresence> rows, int dayBefore)
    {
        foreach (ref readonly var row in rows)
        {
            if (row.Count > 0 && people.Of(row.Person) is var person && linked?.Joins(person, dayBefore + row.Day) != false)
            {
                bits.Add(person);
            }
        }
    }

    void AddStock(PersonNumbers sum, ReadOnlySpan<KeptPresence> rows)
    {
        foreach (ref readonly var row in rows)
        {
            sum.Add(people.Of(row.Person), row.Count);
        }
    }

    void AddSteps(int member, ReadOnlySpan<KeptPresence> rows, int month)
    {
        foreach (ref readonly var row in rows)
        {
            if (month + row.Day < first)
            {
                (sums[member] ??= new(people.Limit)).Add(people.Of(row.Person), row.Count);
            }
            else
            {
                (steps[member] ??= []).Add(new PersonStep(StoredFormats.FromNumber(month + row.Day).DayNumber - from.DayNumber, people.Of(row.Person), row.Count));
            }
        }
    }

    // Of those who were not there at the beginning, who was there at the end of some day: what happens on one day is one step, and whoever
    // came and went on the same day was never there.
    long Came(List<PersonStep> later, PersonNumbers sum)
    {
        using var counted = new PersonBits(people.Limit);
        foreach (var step in later)
        {
            if (sum[step.Person] > 0)
            {
                counted.Add(step.Person);
            }
        }

        var before = counted.Count;
        foreach (var day in ByDay(later))
        {
            foreach (ref readonly var step in day.Span)
            {
                sum.Add(step.Person, step.Count);
            }

            foreach (ref readonly var step in day.Span)
            {
                if (sum[step.Person] > 0)
                {
                    counted.Add(step.Person);
                }
            }
        }

        return counted.Count - before;
    }

    // Days are few and steps many: each step is put where its day begins.
    static IEnumerable<ReadOnlyMemory<PersonStep>> ByDay(List<PersonStep> steps)
    {
        var begins = new int[steps.Max(step => step.Day) + 2];
        steps.ForEach(step => begins[step.Day + 1]++);
        for (var day = 1; day < begins.Length; day++)
        {
            begins[day] += begins[day - 1];
        }

        var (ordered, next) = (new PersonStep[steps.Count], begins.ToArray());
        steps.ForEach(step => ordered[next[step.Day]++] = step);
        for (var day = 0; day + 1 < begins.Length; day++)
        {
            if (begins[day] < begins[day + 1])
            {
                yield return ordered.AsMemory(begins[day], begins[day + 1] - begins[day]);
            }
        }
    }

    readonly record struct PersonStep(int Day, int Person, int Count);
}
