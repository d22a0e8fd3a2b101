using Microsoft.Data.Sqlite;

namespace AnSinh.Reporting.Ledger.Sqlite;

/// <summary>Person keys that count under another, in memory for scans; read again when their number has changed.</summary>
sealed class SqliteAliases
{
    volatile Dictionary<UInt128, UInt128> known = [];

    /// <summary>The aliases as of the state that the connection reads.</summary>
    public Dictionary<UInt128, UInt128> Current(SqliteConnection connection)
    {
        // Joining two keys always adds a row, also when it changes others, so an equal number is the same state.
        using var count = new SqliteRaw(connection, "SELECT COUNT(*) FROM person_alias");
        count.Step();
        var current = known;
        if (count.Int64(0) == current.Count)
        {
            return current;
        }

        var all = new Dictionary<UInt128, UInt128>();
        using var scan = new SqliteRaw(connection, "SELECT former, canonical FROM person_alias");
        while (scan.Step())
        {
            all[scan.Key(0)] = scan.Key(1);
        }

        known = all;
        return all;
    }
}
