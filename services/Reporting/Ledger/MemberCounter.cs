using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Ledger;

/// <summary>Counts the members of one grouping.</summary>
/// <param name="grouping">The members.</param>
/// <param name="kind">What is counted.</param>
/// <param name="firstDay">First day of the period, yyyymmdd.</param>
/// <param name="linked">Records of the second measure; null where there is none.</param>
sealed class MemberCounter(PeopleGrouping grouping, AggregationKind kind, int firstDay, LinkedPeople? linked)
{
    readonly PersonNumbers?[] sums = new PersonNumbers?[grouping.Members];
    readonly List<KeptPresence>?[] later = new List<KeptPresence>?[grouping.Members];

    /// <summary>Takes a row in.</summary>
    public void Add(KeptPresence row)
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

        if (kind == AggregationKind.PeopleDuring && row.Day >= firstDay)
        {
            (later[member] ??= []).Add(row);
        }
        else
        {
            var sum = sums[member] ??= new();
            sum[row.Person] = checked(sum[row.Person] + row.Count);
        }
    }

    /// <summary>The counts; nothing can be taken in afterwards.</summary>
    public long[] Counts()
    {
        var counts = new long[grouping.Members];
        for (var member = 0; member < counts.Length; member++)
        {
            using var sum = sums[member] ?? new PersonNumbers();
            counts[member] = sum.Above0(kind == AggregationKind.StockPeople && linked is { } other ? other.InStock : null);
            counts[member] += later[member] is { } rows ? Came(rows, sum) : 0;
        }

        return counts;
    }

    // Of those who were not there at the beginning, who was there at the end of some day: what happens on one day is one step, and whoever
    // came and went on the same day was never there.
    static long Came(List<KeptPresence> rows, PersonNumbers before)
    {
        rows.RemoveAll(row => before[row.Person] > 0);
        // By person and day, as whole numbers: sorting them takes a fifth of the time that comparing rows takes.
        var (keys, steps) = (new ulong[rows.Count], new int[rows.Count]);
        for (var i = 0; i < keys.Length; i++)
        {
            (keys[i], steps[i]) = (((ulong)rows[i].Person << 32) | (uint)rows[i].Day, rows[i].Count);
        }

        Array.Sort(keys, steps);
        var (came, counted, sum) = (0L, -1, 0L);
        for (var i = 0; i < keys.Length; i++)
        {
            var person = (int)(keys[i] >> 32);
            sum = (i > 0 && (int)(keys[i - 1] >> 32) == person ? sum : before[person]) + steps[i];
            if (sum > 0 && counted != person && (i + 1 == keys.Length || keys[i + 1] != keys[i]))
            {
                (came, counted) = (came + 1, person);
            }
        }

        return came;
    }
}
