using Microsoft.Data.Sqlite;

namespace AnSinh.Reporting.Ledger.Sqlite;

/// <summary>Person keys that count under another, in memory for scans; read again when their number has changed.</summary>
sealed class SqliteAliases
{
    volatile Known known = new(0, []);

    /// <summary>The aliases as of the state that the connection reads.</summary>
    public Dictionary<UInt128, UInt128> Current(SqliteConnection connection)
    {
        // Joining two keys always adds a row, also when it changes others, so an equal number is the same state; only a rebuild may replace rows.
        using var count = new SqliteRaw(
            connection, $"SELECT (SELECT COUNT(*) FROM person_alias), COALESCE((SELECT version FROM ledger_state WHERE source = '{LedgerState.Rebuilds}'), 0)");
        count.Step();
        var (current, rebuilds) = (known, count.Int64(1));
        if (count.Int64(0) == current.Aliases.Count && rebuilds == current.Rebuilds)
        {
            return current.Aliases;
        }

        var all = new Dictionary<UInt128, UInt128>();
        using var scan = new SqliteRaw(connection, "SELECT former, canonical FROM person_alias");
        while (scan.Step())
        {
            all[scan.Key(0)] = scan.Key(1);
        }

        known = new Known(rebuilds, all);
        return all;
    }

    sealed record Known(long Rebuilds, Dictionary<UInt128, UInt128> Aliases);
}
