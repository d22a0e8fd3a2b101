namespace AnSinh.Reporting.Ledger;

/// <summary>
/// The facts of a measure in a month, of all areas, that were recorded after a moment, by the time of recording: what is taken off what
/// is known now to answer as of that moment or of any after it. Of months before the moment these are the late records, a few of a hundred.
/// </summary>
sealed class KeptLater : IKeptMonth
{
    readonly LaterFact[] facts;

    /// <summary>Takes facts in, in any order.</summary>
    /// <param name="after">The moment, UTC ticks.</param>
    /// <param name="facts">All that was recorded after it.</param>
    public KeptLater(long after, IEnumerable<LaterFact> facts) => (After, this.facts) = (after, [.. facts.OrderBy(fact => fact.RecordedAt)]);

    /// <summary>The moment from which all is here, UTC ticks.</summary>
    public long After { get; }

    /// <inheritdoc/>
    public int Rows => facts.Length;

    /// <summary>What was recorded after a moment.</summary>
    /// <param name="moment">UTC ticks, not before <see cref="After"/>.</param>
    public ReadOnlySpan<LaterFact> Since(long moment)
    {
        var (low, high) = (0, facts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = facts[middle].RecordedAt <= moment ? (middle + 1, high) : (low, middle);
        }

        return facts.AsSpan(low);
    }

    /// <summary>Adds what was recorded after a moment to sums by combination.</summary>
    public void AddTo(Dictionary<long, CellSum> sums, long moment, WithinStretch within)
    {
        foreach (ref readonly var fact in Since(moment))
        {
            if (within.Holds(fact.Area, fact.Day))
            {
                KeptSums.Add(sums, fact.Dims, checked(new CellSum(fact.Sign, fact.Sign * fact.Quantity, fact.Sign * fact.AmountVnd)));
            }
        }
    }

    /// <summary>The presences that were recorded after a moment, by combination.</summary>
    /// <param name="moment">UTC ticks, not before <see cref="After"/>.</param>
    /// <param name="within">Areas and days that count.</param>
    /// <param name="times">What the counts are multiplied with: −1 for what is taken off.</param>
    public Dictionary<long, List<KeptPresence>> PresencesSince(long moment, WithinStretch within, int times = 1)
    {
        var rows = new Dictionary<long, List<KeptPresence>>();
        foreach (ref readonly var fact in Since(moment))
        {
            if (fact.Person != LaterFact.Nobody && within.Holds(fact.Area, fact.Day))
            {
                if (!rows.TryGetValue(fact.Dims, out var set))
                {
                    rows[fact.Dims] = set = [];
                }

                set.Add(new KeptPresence(fact.Person, KeptPresence.PlaceAndDay(fact.Area, fact.Day), times * fact.Sign));
            }
        }

        return rows;
    }
}

/// <summary>A fact as as-of questions need it.</summary>
/// <param name="RecordedAt">UTC ticks.</param>
/// <param name="Dims">Key of the dimension values.</param>
/// <param name="Quantity">Quantity, without the sign.</param>
/// <param name="AmountVnd">Amount, VND, without the sign.</param>
/// <param name="Day">Day of effect, yyyymmdd.</param>
/// <param name="Area">Number of the area.</param>
/// <param name="Person">Number of the person, or <see cref="Nobody"/>.</param>
/// <param name="Sign">+1 or −1.</param>
readonly record struct LaterFact(long RecordedAt, long Dims, long Quantity, long AmountVnd, int Day, int Area, int Person, sbyte Sign)
{
    /// <summary>No person is concerned.</summary>
    public const int Nobody = -1;
}
