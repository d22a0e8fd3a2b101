namespace AnSinh.Reporting.Ledger;

/// <summary>Counts the members of one grouping.</summary>
/// <param name="grouping">The members.</param>
/// <param name="from">First day of the period.</param>
/// <param name="to">Last day of the period.</param>
/// <param name="people">Who is whom, for everybody in the rows.</param>
/// <param name="linked">Records of the second measure; null where there is none.</param>
sealed class MemberCounter(PeopleGrouping grouping, DateOnly from, DateOnly to, UnitedPeople people, LinkedPeople? linked)
{
    readonly PersonBits?[] seen = new PersonBits?[grouping.Members];
    readonly PersonNumbers?[] sums = new PersonNumbers?[grouping.Members];
    readonly List<PersonStep>?[] steps = new List<PersonStep>?[grouping.Members];

    /// <summary>Takes in who has a record in the period.</summary>
    public void AddRecords(PresenceMonth month)
    {
        var dayBefore = month.Month.First.DayNumber - 1;
        foreach (var set in month.Of.Sets)
        {
            if (TryMember(set, out var member))
            {
                var bits = seen[member] ??= new(people.Limit);
                foreach (ref readonly var row in month.Rows(set, from, to))
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
        var before = month.Month.First.DayNumber - 1 - from.DayNumber;
        foreach (var set in month.Of.Sets)
        {
            if (TryMember(set, out var member))
            {
                var later = steps[member] ??= [];
                foreach (ref readonly var row in month.Rows(set, from, to))
                {
                    later.Add(new PersonStep(before + row.Day, people.Of(row.Person), row.Count));
                }
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
            if (steps[member] is { Count: > 0 } later)
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

    // The day counted from the first of the period.
    readonly record struct PersonStep(int Day, int Person, int Count);
}
