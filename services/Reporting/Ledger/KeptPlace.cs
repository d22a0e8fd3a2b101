namespace AnSinh.Reporting.Ledger;

/// <summary>What is kept of a month.</summary>
interface IKeptMonth
{
    /// <summary>Rows kept.</summary>
    int Rows { get; }
}

/// <summary>What is kept of one measure in one area, month by month, each in the version in which it was read.</summary>
/// <param name="kept">Told how many rows are kept more.</param>
sealed class KeptPlace<TMonth>(Action<long> kept)
    where TMonth : class, IKeptMonth
{
    readonly Lock sync = new();
    readonly Dictionary<int, (long Version, TMonth Of)> months = [];

    /// <summary>Some months, from what is kept where it is of the same version; what is missing is read, neighbours together.</summary>
    /// <param name="asked">The months, in their order.</param>
    /// <param name="read">Reads all months from a day to a day.</param>
    /// <param name="nothing">A month without anything.</param>
    /// <param name="serves">Whether what is kept of a month holds all that is asked for; null when it always does.</param>
    public async Task<TMonth[]> OfAsync(
        ReadOnlyMemory<LedgerMonth> asked, Func<DateOnly, DateOnly, Task<IReadOnlyDictionary<int, TMonth>>> read, TMonth nothing, Func<TMonth, bool>? serves = null)
    {
        var found = Find(asked.Span, serves);
        for (var first = Array.IndexOf(found, null); first >= 0; first = Array.IndexOf(found, null, first))
        {
            var last = first;
            while (last + 1 < found.Length && found[last + 1] is null)
            {
                last++;
            }

            var together = await read(asked.Span[first].First, asked.Span[last].Last);
            for (; first <= last; first++)
            {
                Keep(asked.Span[first], found[first] = together.GetValueOrDefault(asked.Span[first].Month, nothing));
            }
        }

        return found!;
    }

    TMonth?[] Find(ReadOnlySpan<LedgerMonth> asked, Func<TMonth, bool>? serves)
    {
        var found = new TMonth?[asked.Length];
        lock (sync)
        {
            for (var i = 0; i < found.Length; i++)
            {
                if (months.TryGetValue(asked[i].Month, out var known) && known.Version == asked[i].Version && serves?.Invoke(known.Of) != false)
                {
                    found[i] = known.Of;
                }
            }
        }

        return found;
    }

    void Keep(LedgerMonth month, TMonth of)
    {
        lock (sync)
        {
            var known = months.GetValueOrDefault(month.Month);
            // Whoever read an older state keeps nothing of it.
            if (known.Version <= month.Version)
            {
                months[month.Month] = (month.Version, of);
                kept(of.Rows - (known.Of?.Rows ?? 0));
            }
        }
    }
}
