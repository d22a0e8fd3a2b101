using System.Buffers;

namespace AnSinh.Reporting.Ledger;

/// <summary>Counts the members of one grouping.</summary>
/// <param name="grouping">The members.</param>
/// <param name="from">First day of the period.</param>
/// <param name="to">Last day of the period.</param>
/// <param name="people">Who is whom, for everybody in the rows.</param>
/// <param name="linked">Records of the second measure; null where there is none.</param>
sealed class MemberCounter(PeopleGrouping grouping, DateOnly from, DateOnly to, UnitedPeople people, LinkedPeople? linked)
{
    const int LastDay = 31;

    readonly PersonBits?[] seen = new PersonBits?[grouping.Members];
    readonly PersonNumbers?[] sums = new PersonNumbers?[grouping.Members];
    readonly List<(int Month, KeptPresence[] Rows)>?[] steps = new List<(int, KeptPresence[])>?[grouping.Members];

    /// <summary>Takes in who has a record in the period.</summary>
    public void AddRecords(PresenceMonth month)
    {
        var dayBefore = month.Month.First.DayNumber - 1;
        foreach (var set in month.Of.Sets)
        {
            if (TryMember(set, out var member))
            {
                var bits = seen[member] ??= new(people.Limit);
                foreach (ref readonly var row in month.Rows(set, from, to).AsSpan())
                {
                    if (row.Count > 0 && people.Of(row.Person) is var person && linked?.Joins(person, dayBefore + row.Day) != false)
                    {
                        bits.Add(person);
                    }
                }
            }
        }
    }

    /// <summary>Takes in what a stock comes from.</summary>
    public void AddStock(StockPart part)
    {
        foreach (var set in part.Of.Sets)
        {
            if (TryMember(set, out var member))
            {
                (sums[member] ??= new(people.Limit)).Add(part.Rows(set), people);
            }
        }
    }

    /// <summary>Takes in who came into a stock and left it in the period.</summary>
    public void AddSteps(PresenceMonth month)
    {
        foreach (var set in month.Of.Sets)
        {
            if (TryMember(set, out var member))
            {
                (steps[member] ??= []).Add((month.Month.Month, month.Rows(set, from, to)));
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
            if (steps[member] is { } later)
            {
                // The beginning is counted before anybody comes or goes.
                counts[member] += sum.Above0 + Came(later, sum);
            }
            else
            {
                counts[member] += linked is null ? sum.Above0 : sum.CountAbove0(linked.InStock);
            }
        }

        return counts;
    }

    bool TryMember(KeptSet set, out int member)
    {
        member = 0;
        return grouping.MemberOf is not { } members || members.TryGetValue(set.Dims, out member);
    }

    // Of those who were not there at the beginning, who was there at the end of some day: what happens on one day is one step, and whoever
    // came and went on the same day was never there.
    long Came(List<(int Month, KeptPresence[] Rows)> later, PersonNumbers sum)
    {
        using var counted = new PersonBits(people.Limit);
        later.ForEach(part => AddPresent(counted, part.Rows, sum));

        var before = counted.Count;
        foreach (var month in later.GroupBy(part => part.Month, part => part.Rows).OrderBy(month => month.Key))
        {
            AddDays([.. month], sum, counted);
        }

        return counted.Count - before;
    }

    // Days are few and rows many: each row is put where its day begins.
    void AddDays(KeptPresence[][] parts, PersonNumbers sum, PersonBits counted)
    {
        Span<int> ends = stackalloc int[LastDay + 2];
        ends.Clear();
        foreach (var rows in parts)
        {
            foreach (ref readonly var row in rows.AsSpan())
            {
                ends[row.Day + 1]++;
            }
        }

        for (var day = 1; day < ends.Length; day++)
        {
            ends[day] += ends[day - 1];
        }

        // What begins where a day begins has moved to the day's end when all its rows are there.
        var ordered = ArrayPool<KeptPresence>.Shared.Rent(Math.Max(1, ends[^1]));
        foreach (var rows in parts)
        {
            foreach (ref readonly var row in rows.AsSpan())
            {
                ordered[ends[row.Day]++] = row;
            }
        }

        for (var day = 1; day <= LastDay; day++)
        {
            var rows = ordered.AsSpan(ends[day - 1]..ends[day]);
            sum.Add(rows, people);
            AddPresent(counted, rows, sum);
        }

        ArrayPool<KeptPresence>.Shared.Return(ordered);
    }

    void AddPresent(PersonBits counted, ReadOnlySpan<KeptPresence> rows, PersonNumbers sum)
    {
        foreach (ref readonly var row in rows)
        {
            if (people.Of(row.Person) is var person && sum[person] > 0)
            {
                counted.Add(person);
            }
        }
    }
}
