using AnSinh.Reporting.Ledger.Curves;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Ledger;

/// <summary>The presences of a measure in an area in a month, by combination: what belongs to one figure is found by combination, not by row.</summary>
sealed class KeptPresences : IKeptMonth
{
    KeptPresences(KeptSet[] sets) => (Sets, Rows) = (sets, sets.Sum(set => set.Rows.Length));

    /// <summary>A month without any.</summary>
    public static KeptPresences Nothing { get; } = new([]);

    /// <summary>The combinations.</summary>
    public KeptSet[] Sets { get; }

    /// <inheritdoc/>
    public int Rows { get; }

    /// <summary>A month of rows.</summary>
    /// <param name="rows">The rows by combination, in any order.</param>
    public static KeptPresences Of(Dictionary<long, List<KeptPresence>> rows) => new([.. rows.Select(set => new KeptSet(set.Key, Sorted(set.Value)))]);

    /// <summary>What some months come to, whatever the area and the day: each person once in a combination, and nobody who came to nothing.</summary>
    /// <param name="before">What earlier months came to.</param>
    /// <param name="months">The months.</param>
    public static KeptPresences Together(KeptPresences before, IEnumerable<KeptPresences> months)
    {
        var rows = new Dictionary<long, List<KeptPresence>>();
        foreach (var set in months.Prepend(before).SelectMany(part => part.Sets))
        {
            if (!rows.TryGetValue(set.Dims, out var together))
            {
                rows[set.Dims] = together = [];
            }

            together.AddRange(set.Rows.Select(row => row with { At = 0 }));
        }

        return new([.. rows.Select(set => new KeptSet(set.Key, Difference(Sorted(set.Value), [])))]);
    }

    /// <summary>The month without some rows: those of the same person, area and day are taken off one another.</summary>
    /// <param name="later">What is taken off, by combination, in any order.</param>
    public KeptPresences Without(Dictionary<long, List<KeptPresence>> later)
    {
        var left = new List<KeptSet>(Sets.Length + later.Count);
        var met = 0;
        foreach (var set in Sets)
        {
            if (later.TryGetValue(set.Dims, out var off))
            {
                met++;
                left.Add(new KeptSet(set.Dims, Difference(set.Rows, Sorted(off))));
            }
            else
            {
                left.Add(set);
            }
        }

        if (met < later.Count)
        {
            // What has gone since: it was booked back later.
            var known = Sets.Select(set => set.Dims).ToHashSet();
            left.AddRange(later.Where(off => !known.Contains(off.Key)).Select(off => new KeptSet(off.Key, Difference([], Sorted(off.Value)))));
        }

        return new KeptPresences([.. left]);
    }

    /// <summary>Adds the keys of those about whom this month says something else than another.</summary>
    public void AddKeysThatDiffer(KeptPresences other, HashSet<int> keys)
    {
        if (ReferenceEquals(this, other))
        {
            return;
        }

        var others = other.Sets.ToDictionary(set => set.Dims, set => set.Rows);
        foreach (var set in Sets)
        {
            AddKeysThatDiffer(set.Rows, others.Remove(set.Dims, out var rows) ? rows : [], keys);
        }

        foreach (var rows in others.Values)
        {
            AddKeysThatDiffer(rows, [], keys);
        }
    }

    static void AddKeysThatDiffer(KeptPresence[] rows, KeptPresence[] others, HashSet<int> keys)
    {
        for (var (i, j) = (0, 0); i < rows.Length || j < others.Length;)
        {
            if (i < rows.Length && j < others.Length && rows[i] == others[j])
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (j == others.Length || (i < rows.Length && rows[i].Key < others[j].Key))
            {
                keys.Add(rows[i++].Person);
            }
            else
            {
                keys.Add(others[j++].Person);
            }
        }
    }

    static KeptPresence[] Sorted(List<KeptPresence> rows)
    {
        // Whole numbers sort in a fifth of the time that comparing rows takes.
        var (keys, counts) = (new ulong[rows.Count], new int[rows.Count]);
        for (var i = 0; i < keys.Length; i++)
        {
            (keys[i], counts[i]) = (rows[i].Key, rows[i].Count);
        }

        Array.Sort(keys, counts);
        var sorted = new KeptPresence[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            sorted[i] = KeptPresence.Of(keys[i], counts[i]);
        }

        return sorted;
    }

    static KeptPresence[] Difference(ReadOnlySpan<KeptPresence> rows, ReadOnlySpan<KeptPresence> off)
    {
        var left = new List<KeptPresence>(rows.Length);
        for (var (i, j) = (0, 0); i < rows.Length || j < off.Length;)
        {
            var key = j == off.Length || (i < rows.Length && rows[i].Key <= off[j].Key) ? rows[i].Key : off[j].Key;
            var count = 0;
            for (; i < rows.Length && rows[i].Key == key; i++)
            {
                count = checked(count + rows[i].Count);
            }

            for (; j < off.Length && off[j].Key == key; j++)
            {
                count = checked(count - off[j].Count);
            }

            if (count != 0)
            {
                left.Add(KeptPresence.Of(key, count));
            }
        }

        return [.. left];
    }
}

/// <summary>Presences of one combination of dimension values in a month.</summary>
/// <param name="Dims">Key of the combination.</param>
/// <param name="Rows">The rows, by person, area and day.</param>
readonly record struct KeptSet(long Dims, KeptPresence[] Rows);

/// <summary>That a person has records of a measure and a combination in an area on a day of the month.</summary>
/// <param name="Person">Number of the person key as the event had it; see <see cref="NumberedPeople"/>.</param>
/// <param name="At">The area's number and the day of the month; see <see cref="PlaceAndDay"/>.</param>
/// <param name="Count">Records, each with its sign; never 0.</param>
readonly record struct KeptPresence(int Person, int At, int Count)
{
    const int Days = 32;

    /// <summary>Day of the month.</summary>
    public int Day => At & (Days - 1);

    /// <summary>By what rows are one.</summary>
    public ulong Key => ((ulong)(uint)Person << 32) | (uint)At;

    /// <summary>A row by its key.</summary>
    public static KeptPresence Of(ulong key, int count) => new((int)(key >> 32), (int)(uint)key, count);

    /// <summary>An area's number and a day (yyyymmdd, or of the month) as one number.</summary>
    public static int PlaceAndDay(int area, int day) => checked(area * Days + day % 100);
}

/// <summary>A month's presences.</summary>
/// <param name="Month">The month.</param>
/// <param name="Of">The presences.</param>
readonly record struct PresenceMonth(LedgerMonth Month, KeptPresences Of)
{
    /// <summary>A combination's rows with their days.</summary>
    public RecordSet Records(KeptSet set) => new(Month.First.DayNumber - 1, set.Rows);

    /// <summary>Of a combination's rows those of some days.</summary>
    /// <param name="set">The combination.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    public KeptPresence[] Rows(KeptSet set, DateOnly from, DateOnly to)
    {
        // Most rows lie in whole months: only those at the edges are looked at by day.
        var (month, first, last) = (Month.Month * 100, StoredFormats.ToNumber(from), StoredFormats.ToNumber(to));
        if (Month.IsWithin(first, last))
        {
            return set.Rows;
        }

        var (lowest, highest) = (first - month, last - month);
        var within = new List<KeptPresence>(set.Rows.Length);
        foreach (ref readonly var row in set.Rows.AsSpan())
        {
            if (row.Day >= lowest && row.Day <= highest)
            {
                within.Add(row);
            }
        }

        return [.. within];
    }
}

/// <summary>A part of what a stock comes from: a month up to a day, or what is together already.</summary>
/// <param name="Of">The rows.</param>
/// <param name="Month">The month of whose days they are; null when all of them count.</param>
/// <param name="To">Last day that counts.</param>
readonly record struct StockPart(KeptPresences Of, LedgerMonth? Month = null, DateOnly To = default)
{
    /// <summary>Of a combination's rows those that count.</summary>
    public KeptPresence[] Rows(KeptSet set) => Month is { } month ? new PresenceMonth(month, Of).Rows(set, DateOnly.MinValue, To) : set.Rows;
}
