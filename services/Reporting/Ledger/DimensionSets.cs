using System.Globalization;

namespace AnSinh.Reporting.Ledger;

/// <summary>The combinations of dimension values that stand in the ledger, in memory; read again when their number has changed.</summary>
public sealed class DimensionSets
{
    volatile IReadOnlyDictionary<long, DimensionSet> known = new Dictionary<long, DimensionSet>();

    /// <summary>The combinations by key, as of the state that is being read.</summary>
    public async Task<IReadOnlyDictionary<long, DimensionSet>> CurrentAsync(LedgerReading reading, CancellationToken cancellationToken)
    {
        // Rows are only ever added, so an equal number is the same set.
        await using var count = reading.Command("SELECT COUNT(*) FROM dimension_set");
        var current = known;
        if (Convert.ToInt64(await count.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) == current.Count)
        {
            return current;
        }

        var all = new Dictionary<long, DimensionSet>();
        await using var select = reading.Command("SELECT \"key\", text FROM dimension_set");
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            all.Add(rows.GetInt64(0), DimensionSet.OfText(rows.GetString(1)));
        }

        known = all;
        return all;
    }

    /// <summary>Makes sure that a key stands for one combination only.</summary>
    /// <exception cref="InvalidOperationException">It stands for two (a chance of one in 10^15 among ten thousand combinations).</exception>
    internal static void RequireSame(DimensionSet set, string known)
    {
        if (set.Text != known)
        {
            throw new InvalidOperationException($"The combinations {known} and {set.Text} have one key, {set.Key}: a dimension value must be named otherwise.");
        }
    }
}
