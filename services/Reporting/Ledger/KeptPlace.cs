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
    public async Task<IReadOnlyList<TMonth>> OfAsync(
        IReadOnlyList<LedgerMonth> asked, Func<DateOnly, DateOnly, Task<IReadOnlyDictionary<int, TMonth>>> read, TMonth nothing)
    {
        var found = Find(asked);
        for (var first = Array.IndexOf(found, null); first >= 0; first = Array.IndexOf(found, null, first))
        {
            var last = first;
            while (last + 1 < found.Length && found[last + 1] is null)
            {
                last++;
            }

            var together = await read(asked[first].First, asked[last].Last);
            for (; first <= last; first++)
            {
                Keep(asked[first], found[first] = together.GetValueOrDefault(asked[first].Month, nothing));
            }
        }

        return found!;
    }

    TMonth?[] Find(IReadOnlyList<LedgerMonth> asked)
    {
        lock (sync)
        {
            return [.. asked.Select(month => months.TryGetValue(month.Month, out var known) && known.Version == month.Version ? known.Of : null)];
        }
    }

    void Keep(LedgerMonth month, TMonth of)
    {
        lock (sync)
        {
            var known = months.GetValueOrDefault(month.Month);
            // Whoever read an older state keeps nothing of it.
            if (known.Version < month.Version)
            {
                months[month.Month] = (month.Version, of);
                kept(of.Rows - (known.Of?.Rows ?? 0));
            }
        }
    }
}
