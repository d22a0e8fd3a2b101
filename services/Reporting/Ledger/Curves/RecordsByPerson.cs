namespace AnSinh.Reporting.Ledger.Curves;

/// <summary>Records of a person on a day in one area and combination.</summary>
/// <param name="Day">The day's number.</param>
/// <param name="Count">Records, each with its sign.</param>
readonly record struct DayRecords(int Day, int Count);

/// <summary>Rows of a combination in a month.</summary>
/// <param name="DayBefore">Number of the day before the month.</param>
/// <param name="Rows">The rows, by person.</param>
readonly record struct RecordSet(int DayBefore, KeptPresence[] Rows)
{
    /// <summary>The rows of a person key.</summary>
    public ReadOnlySpan<KeptPresence> Of(int key)
    {
        var (low, high) = (0, Rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Rows[middle].Person < key ? (middle + 1, high) : (low, middle);
        }

        for (high = low; high < Rows.Length && Rows[high].Person == key; high++)
        {
        }

        return Rows.AsSpan(low..high);
    }
}

/// <summary>Records by person, those of each by day.</summary>
sealed class RecordsByPerson
{
    // Where each person's end, by number; the people's own numbers where everybody has a place.
    readonly int[] ends;
    readonly DayRecords[] records;

    RecordsByPerson(int[] ends, DayRecords[] records) => (this.ends, this.records) = (ends, records);

    /// <summary>Nobody's.</summary>
    public static RecordsByPerson None { get; } = new([], []);

    /// <summary>Greater than the number of everybody who is here.</summary>
    public int Limit => ends.Length;

    /// <summary>A person's records.</summary>
    public ReadOnlySpan<DayRecords> this[int person] => records.AsSpan((person == 0 ? 0 : ends[person - 1])..ends[person]);

    /// <summary>Everybody's records.</summary>
    /// <param name="sets">The rows.</param>
    /// <param name="people">Who is whom.</param>
    public static RecordsByPerson Of(IReadOnlyList<RecordSet> sets, UnitedPeople people)
    {
        // Counted first, so that each row is put where its person's begin.
        var next = new int[people.Limit + 1];
        foreach (var set in sets)
        {
            foreach (ref readonly var row in set.Rows.AsSpan())
            {
                next[people.Of(row.Person) + 1]++;
            }
        }

        for (var person = 1; person < next.Length; person++)
        {
            next[person] += next[person - 1];
        }

        var records = new DayRecords[next[^1]];
        foreach (var set in sets)
        {
            foreach (ref readonly var row in set.Rows.AsSpan())
            {
                records[next[people.Of(row.Person)]++] = new DayRecords(set.DayBefore + row.Day, row.Count);
            }
        }

        // What began where a person begins has moved to the person's end.
        return new RecordsByPerson(next[..^1], records).InOrder();
    }

    /// <summary>The records of some groups of person keys, by the number of the group.</summary>
    /// <param name="sets">The rows.</param>
    /// <param name="groups">The keys of each.</param>
    public static RecordsByPerson Of(IReadOnlyList<RecordSet> sets, IReadOnlyList<IReadOnlyList<int>> groups)
    {
        var (ends, records) = (new int[groups.Count], new List<DayRecords>());
        for (var group = 0; group < ends.Length; group++)
        {
            foreach (var key in groups[group])
            {
                foreach (var set in sets)
                {
                    foreach (ref readonly var row in set.Of(key))
                    {
                        records.Add(new DayRecords(set.DayBefore + row.Day, row.Count));
                    }
                }
            }

            ends[group] = records.Count;
        }

        return new RecordsByPerson(ends, [.. records]).InOrder();
    }

    RecordsByPerson InOrder()
    {
        for (var (person, begin) = (0, 0); person < ends.Length; begin = ends[person++])
        {
            if (ends[person] - begin > 1)
            {
                records.AsSpan(begin..ends[person]).Sort(static (left, right) => left.Day.CompareTo(right.Day));
            }
        }

        return this;
    }
}
