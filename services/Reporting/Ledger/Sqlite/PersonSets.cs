using System.Collections.Concurrent;

namespace AnSinh.Reporting.Ledger.Sqlite;

/// <summary>
/// Sets of people that are used again by the next scan. A new set for ten thousand people grows through arrays on the large object heap,
/// and a few hundred such questions a second would keep the garbage collector busy with them.
/// </summary>
static class PersonSets
{
    const int MostKept = 32;
    const int LargestKept = 1_000_000;

    static readonly ConcurrentBag<HashSet<UInt128>> Free = [];

    public static HashSet<UInt128> Rent() => Free.TryTake(out var set) ? set : [];

    /// <summary>Takes the sets back, emptied; too many or too large ones are left to the collector.</summary>
    public static void Return(IEnumerable<HashSet<UInt128>> sets)
    {
        foreach (var set in sets)
        {
            if (Free.Count < MostKept && set.Capacity <= LargestKept)
            {
                set.Clear();
                Free.Add(set);
            }
        }
    }
}
