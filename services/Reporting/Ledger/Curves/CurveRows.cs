namespace AnSinh.Reporting.Ledger.Curves;

/// <summary>What the curves of a figure are made of.</summary>
/// <param name="State">Version of the ledger's state.</param>
/// <param name="From">First day of the months.</param>
/// <param name="To">Last day of the months.</param>
/// <param name="Measures">The months of each of the figure's measures.</param>
/// <param name="Second">The months of the second measure, of all areas; none where there is no second.</param>
/// <param name="People">Who is whom.</param>
sealed record CurveRows(
    long State, DateOnly From, DateOnly To, IReadOnlyList<IReadOnlyList<PresenceMonth>> Measures, IReadOnlyList<PresenceMonth> Second, UnitedPeople People)
{
    /// <summary>How many sets and rows these are.</summary>
    public (long Sets, long Rows) Size => Months().SelectMany(one => one.Months).Aggregate((Sets: 0L, Rows: 0L), (sum, month) => (sum.Sets + month.Of.Sets.Length, sum.Rows + month.Of.Rows));

    /// <summary>Whether these are the very same.</summary>
    public bool AreThoseOf(CurveRows other) =>
        From == other.From && To == other.To && ReferenceEquals(People.Joined, other.People.Joined) && Months().All(pair => AreSame(pair.Months, other.MonthsAt(pair.At)));

    /// <summary>Keys of the people about whom these say something else than others.</summary>
    public HashSet<int> KeysThatDiffer(CurveRows other)
    {
        var keys = People.KeysThatDiffer(other.People);
        foreach (var (at, months) in Months())
        {
            var before = other.MonthsAt(at).ToDictionary(month => month.Month.Month, month => month.Of);
            foreach (var month in months)
            {
                month.Of.AddKeysThatDiffer(before.Remove(month.Month.Month, out var of) ? of : KeptPresences.Nothing, keys);
            }

            foreach (var of in before.Values)
            {
                of.AddKeysThatDiffer(KeptPresences.Nothing, keys);
            }
        }

        return keys;
    }

    /// <summary>The rows of the figure's measures by what their combination belongs to; what belongs to nothing is left out.</summary>
    /// <param name="groupOf">What a combination belongs to.</param>
    public Dictionary<string, List<RecordSet>> SetsBy(Func<long, string?> groupOf)
    {
        var groups = new Dictionary<string, List<RecordSet>>(StringComparer.Ordinal);
        foreach (var month in Measures.SelectMany(months => months))
        {
            foreach (var set in month.Of.Sets)
            {
                if (groupOf(set.Dims) is { } group)
                {
                    (groups.TryGetValue(group, out var sets) ? sets : groups[group] = []).Add(month.Records(set));
                }
            }
        }

        return groups;
    }

    /// <summary>The rows of the second measure.</summary>
    public List<RecordSet> SetsOfSecond() => [.. Second.SelectMany(month => month.Of.Sets.Select(month.Records))];

    IEnumerable<(int At, IReadOnlyList<PresenceMonth> Months)> Months() => Measures.Append(Second).Select((months, at) => (at, months));

    IReadOnlyList<PresenceMonth> MonthsAt(int at) => at < Measures.Count ? Measures[at] : Second;

    static bool AreSame(IReadOnlyList<PresenceMonth> months, IReadOnlyList<PresenceMonth> others)
    {
        var same = months.Count == others.Count;
        for (var i = 0; same && i < months.Count; i++)
        {
            same = ReferenceEquals(months[i].Of, others[i].Of) && months[i].Month.Month == others[i].Month.Month;
        }

        return same;
    }
}
