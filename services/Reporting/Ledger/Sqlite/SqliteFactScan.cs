using Microsoft.Data.Sqlite;

namespace AnSinh.Reporting.Ledger.Sqlite;

/// <summary>Reads all facts of the ledger in the order of their key, a stretch at a time: no state of the file is held for longer.</summary>
/// <param name="connection">An open connection that nobody else uses meanwhile.</param>
sealed class SqliteFactScan(SqliteConnection connection)
{
    const int RowsBetweenLooks = 4096;

    const string Next = """
        SELECT event_id, ordinal, measure, area_code, day, dims, person, sign, quantity, amount_vnd FROM fact
        WHERE (event_id, ordinal) > (?1, ?2) ORDER BY event_id, ordinal LIMIT ?3
        """;

    (UInt128 EventId, long Ordinal) last = (0, -1);

    /// <summary>What the next facts change, sorted.</summary>
    /// <param name="most">Most facts.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Nothing when all have been read.</returns>
    public LedgerDeltas Read(int most, CancellationToken cancellationToken)
    {
        using var facts = new SqliteRaw(connection, Next);
        facts.Bind(1, last.EventId);
        facts.Bind(2, last.Ordinal);
        facts.Bind(3, most);
        var deltas = new LedgerDeltas();
        while (facts.Step())
        {
            if (deltas.Facts % RowsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            last = (facts.Key(0), facts.Int64(1));
            var person = facts.Value(6);
            deltas.Add(new LedgerChange
            {
                Cell = new CellKey((int)facts.Int64(2), facts.Value(3).Area, (int)facts.Int64(4), facts.Int64(5)),
                HasPerson = !person.IsNull,
                Person = person.IsNull ? default : person.Key,
                Sign = (int)facts.Int64(7),
                Quantity = facts.Int64(8),
                AmountVnd = facts.Int64(9),
            });
        }

        deltas.Sort();
        return deltas;
    }
}
