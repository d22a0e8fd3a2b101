using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Which person keys were known to be one person at a moment. The joins are few and only ever added, so they are kept in memory by their
/// moments, and read again when their number has changed.
/// </summary>
public sealed class PersonJoins
{
    const int MostKept = 64;

    // Joins are only ever added; only a rebuild may replace some.
    const string State = $"SELECT (SELECT COUNT(*) FROM person_join), COALESCE((SELECT version FROM ledger_state WHERE source = '{LedgerState.Rebuilds}'), 0)";

    volatile Log log = new(0, []);

    /// <summary>The key under which each joined key counted at a moment; keys that were not joined then are not in it.</summary>
    /// <param name="reading">The state to read.</param>
    /// <param name="asOf">The moment.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<IReadOnlyDictionary<UInt128, UInt128>> AsOfAsync(LedgerReading reading, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var (count, rebuilds) = await StateAsync(reading, cancellationToken);
        var current = log;
        if (count != current.Joins.Count || rebuilds != current.Rebuilds)
        {
            log = current = new Log(rebuilds, await ReadAsync(reading, cancellationToken));
        }

        return current.Until(asOf.UtcTicks);
    }

    static async Task<(long Count, long Rebuilds)> StateAsync(LedgerReading reading, CancellationToken cancellationToken)
    {
        await using var select = reading.Command(State);
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        return (Convert.ToInt64(rows[0], CultureInfo.InvariantCulture), Convert.ToInt64(rows[1], CultureInfo.InvariantCulture));
    }

    static async Task<List<Join>> ReadAsync(LedgerReading reading, CancellationToken cancellationToken)
    {
        var all = new List<Join>();
        await using var select = reading.Command("SELECT recorded_at, former, canonical FROM person_join ORDER BY recorded_at");
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            all.Add(new Join(rows.GetInt64(0), Key(rows, 1), Key(rows, 2)));
        }

        return all;
    }

    static UInt128 Key(DbDataReader rows, int column) => BinaryPrimitives.ReadUInt128BigEndian((byte[])rows[column]);

    readonly record struct Join(long RecordedAt, UInt128 Former, UInt128 Canonical);

    sealed class Log(long rebuilds, List<Join> joins)
    {
        readonly ConcurrentDictionary<int, IReadOnlyDictionary<UInt128, UInt128>> known = new();

        public IReadOnlyList<Join> Joins => joins;

        public long Rebuilds => rebuilds;

        public IReadOnlyDictionary<UInt128, UInt128> Until(long moment)
        {
            // How many were known then says which: they are in the order of their moments.
            var (low, high) = (0, joins.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = joins[middle].RecordedAt <= moment ? (middle + 1, high) : (low, middle);
            }

            if (known.Count > MostKept)
            {
                known.Clear();
            }

            return known.GetOrAdd(low, first => United(joins.Take(first)));
        }

        static Dictionary<UInt128, UInt128> United(IEnumerable<Join> joins)
        {
            var above = new Dictionary<UInt128, UInt128>();
            UInt128 Root(UInt128 key)
            {
                while (above.TryGetValue(key, out var next))
                {
                    key = next;
                }

                return key;
            }

            foreach (var join in joins)
            {
                var (former, canonical) = (Root(join.Former), Root(join.Canonical));
                if (former != canonical)
                {
                    above[former] = canonical;
                }
            }

            return above.Keys.ToDictionary(key => key, Root);
        }
    }
}
