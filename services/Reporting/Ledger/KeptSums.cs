using System.Runtime.InteropServices;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Ledger;

/// <summary>The cells of a measure in an area in a month, summed up over its communes: day by day, and together.</summary>
sealed class KeptSums : IKeptMonth
{
    readonly Dictionary<(int Day, long Dims), CellSum> days = [];
    readonly Dictionary<long, CellSum> whole = [];

    /// <summary>A month without cells.</summary>
    public static KeptSums Nothing { get; } = new();

    /// <inheritdoc/>
    public int Rows => days.Count;

    /// <summary>Takes a cell in.</summary>
    public void Add(long dims, int day, CellSum sum)
    {
        Add(days, (day, dims), sum);
        Add(whole, dims, sum);
    }

    /// <summary>Adds what lies in a period to sums by combination.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="month">Which month this is.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    public void AddTo(Dictionary<long, CellSum> sums, LedgerMonth month, DateOnly from, DateOnly to)
    {
        if (from <= month.First && to >= month.Last)
        {
            foreach (var (dims, sum) in whole)
            {
                Add(sums, dims, sum);
            }

            return;
        }

        var (first, last) = (StoredFormats.ToNumber(from), StoredFormats.ToNumber(to));
        foreach (var (key, sum) in days)
        {
            if (key.Day >= first && key.Day <= last)
            {
                Add(sums, key.Dims, sum);
            }
        }
    }

    static void Add<TKey>(Dictionary<TKey, CellSum> sums, TKey key, CellSum more)
        where TKey : notnull
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _);
        sum += more;
    }
}
