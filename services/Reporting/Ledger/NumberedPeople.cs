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
                var under = joined.ToDictionary(join => Number(join.Key), join => Number(join.Value));
                // Room for those who come next, so that not every new person is a new set.
                united = known = new UnitedPeople(joined, under, numbers.Count + 4096);
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
sealed class UnitedPeople
{
    readonly Dictionary<int, int> under;

    // Few are joined: a bit says who, and nearly nobody is looked up.
    readonly ulong[] isJoined;
    readonly Lazy<ILookup<int, int>> byPerson;

    /// <summary>Takes them over.</summary>
    /// <param name="joined">The joined keys.</param>
    /// <param name="under">The number under which each joined number counts.</param>
    /// <param name="limit">Greater than every number that was given when this was made.</param>
    public UnitedPeople(IReadOnlyDictionary<UInt128, UInt128> joined, Dictionary<int, int> under, int limit)
    {
        (Joined, this.under, Limit, isJoined) = (joined, under, limit, new ulong[limit / 64 + 1]);
        byPerson = new(() => under.ToLookup(one => one.Value, one => one.Key));
        foreach (var person in under.Keys)
        {
            isJoined[person / 64] |= 1UL << (person % 64);
        }
    }

    /// <summary>The joined keys.</summary>
    public IReadOnlyDictionary<UInt128, UInt128> Joined { get; }

    /// <summary>Greater than every number that was given when this was made.</summary>
    public int Limit { get; }

    /// <summary>The number under which a person counts.</summary>
    public int Of(int person) => (isJoined[person / 64] >> (person % 64) & 1) == 0 ? person : under[person];

    /// <summary>The same for somebody who may have been met later.</summary>
    public int OfAny(int person) => under.GetValueOrDefault(person, person);

    /// <summary>All numbers that count as one person with one, itself included.</summary>
    public IEnumerable<int> KeysWith(int person)
    {
        var one = OfAny(person);
        return byPerson.Value[one].Append(one);
    }

    /// <summary>Numbers that count under another one here than elsewhere.</summary>
    public HashSet<int> KeysThatDiffer(UnitedPeople other) => ReferenceEquals(Joined, other.Joined)
        ? []
        : [.. under.Keys.Concat(other.under.Keys).Where(key => OfAny(key) != other.OfAny(key))];
}
