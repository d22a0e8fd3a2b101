using System.Runtime.InteropServices;

namespace AnSinh.Reporting.Ledger;

/// <summary>The cells of a measure in an area in a month, summed up over its communes: day by day, and together.</summary>
sealed class KeptSums : IKeptMonth
{
    // By combination and day: of a month at the edge of a period each combination is added up first and looked up once.
    readonly (int Day, long Dims, CellSum Sum)[] days;
    readonly (long Dims, CellSum Sum)[] whole;

    /// <summary>Sums up.</summary>
    /// <param name="cells">The cells by day (yyyymmdd) and combination.</param>
    public KeptSums(IReadOnlyDictionary<(int Day, long Dims), CellSum> cells)
    {
        days = [.. cells.Select(cell => (cell.Key.Day, cell.Key.Dims, cell.Value)).OrderBy(cell => cell.Dims).ThenBy(cell => cell.Day)];
        var together = new Dictionary<long, CellSum>();
        foreach (var (_, dims, sum) in days)
        {
            Add(together, dims, sum);
        }

        whole = [.. together.Select(sum => (sum.Key, sum.Value))];
    }

    /// <summary>A month without cells.</summary>
    public static KeptSums Nothing { get; } = new(new Dictionary<(int, long), CellSum>());

    /// <inheritdoc/>
    public int Rows => days.Length;

    /// <summary>Adds what lies in a period to sums by combination.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="month">Which month this is.</param>
    /// <param name="first">First day, yyyymmdd.</param>
    /// <param name="last">Last day, yyyymmdd.</param>
    public void AddTo(Dictionary<long, CellSum> sums, LedgerMonth month, int first, int last)
    {
        if (month.IsWithin(first, last))
        {
            foreach (var (dims, sum) in whole)
            {
                Add(sums, dims, sum);
            }

            return;
        }

        for (var i = 0; i < days.Length;)
        {
            var (dims, own) = (days[i].Dims, default(CellSum));
            for (; i < days.Length && days[i].Dims == dims; i++)
            {
                ref readonly var cell = ref days[i];
                if (cell.Day >= first && cell.Day <= last)
                {
                    own += cell.Sum;
                }
            }

            Add(sums, dims, own);
        }
    }

    /// <summary>Adds to the sum of a key.</summary>
    public static void Add<TKey>(Dictionary<TKey, CellSum> sums, TKey key, CellSum more)
        where TKey : notnull
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _);
        sum += more;
    }
}
