namespace AnSinh.Reporting.Ledger;

/// <summary>Small numbers for person keys, in the order in which they were met, so that a set of people is a row of bits.</summary>
sealed class NumberedPeople
{
    readonly Lock sync = new();
    readonly Dictionary<UInt128, int> numbers = [];
    UnitedPeople? united;

    /// <summary>The number of a key; a new one gets the next.</summary>
    public int Of(UInt128 key)
    {
        lock (sync)
        {
            return Number(key);
        }
    }

    /// <summary>Who counts under which number when some keys are joined; for every number that was given up to now.</summary>
    /// <param name="joined">The key under which each joined key counts.</param>
    public UnitedPeople United(IReadOnlyDictionary<UInt128, UInt128> joined)
    {
        lock (sync)
        {
            if (united is not { } known || !ReferenceEquals(known.Joined, joined) || known.Limit < numbers.Count)
            {
                var pairs = joined.Select(join => (Former: Number(join.Key), Canonical: Number(join.Value))).ToList();
                // Room for those who come next, so that not every new person is a new list.
                var under = joined.Count == 0 ? null : Enumerable.Range(0, numbers.Count + 4096).ToArray();
                pairs.ForEach(pair => under![pair.Former] = pair.Canonical);
                united = known = new UnitedPeople(joined, under, under?.Length ?? numbers.Count + 4096);
            }

            return known;
        }
    }

    int Number(UInt128 key)
    {
        if (!numbers.TryGetValue(key, out var number))
        {
            numbers[key] = number = numbers.Count;
        }

        return number;
    }
}

/// <summary>Numbers that are one person.</summary>
/// <param name="Joined">The joined keys.</param>
/// <param name="Under">The number under which each counts; null when nobody is joined.</param>
/// <param name="Limit">Greater than every number that was given when this was made.</param>
sealed record UnitedPeople(IReadOnlyDictionary<UInt128, UInt128> Joined, int[]? Under, int Limit)
{
    /// <summary>The number under which a person counts.</summary>
    public int Of(int person) => Under is null ? person : Under[person];
}
