using System.Globalization;
using AnSinh.Reporting.Ledger.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AnSinh.Reporting.Rebuild;

/// <summary>What a table holds, in two numbers.</summary>
/// <param name="Rows">Rows that say something.</param>
/// <param name="Sum">Sum of their hashes, modulo 2^64.</param>
readonly record struct TableChecksum(long Rows, ulong Sum)
{
    const int RowsBetweenLooks = 4096;

    /// <summary>The sum as 16 hexadecimal digits.</summary>
    public string Text => Sum.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Reads a table.</summary>
    /// <param name="connection">Open connection.</param>
    /// <param name="schema">Name under which the connection knows the database.</param>
    /// <param name="table">Table.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static TableChecksum Read(SqliteConnection connection, string schema, ProjectedTable table, CancellationToken cancellationToken)
    {
        using var rows = new SqliteRaw(connection, $"SELECT {string.Join(", ", table.Compared)} FROM {schema}.{table.Name} WHERE {table.SaysSomething}");
        var (count, sum, buffer) = (0L, 0UL, new byte[64]);
        while (rows.Step())
        {
            if (count % RowsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            sum = unchecked(sum + HashOf(rows, table.Compared.Count, ref buffer));
            count++;
        }

        return new TableChecksum(count, sum);
    }

    static ulong HashOf(SqliteRaw row, int columns, ref byte[] buffer)
    {
        var hash = default(RowHash);
        for (var i = 0; i < columns; i++)
        {
            // What stands there, whatever kind the column should be of: a number that became a text is a difference.
            var value = row.Value(i);
            switch (value.Kind)
            {
                case raw.SQLITE_NULL:
                    hash.AddNothing();
                    break;
                case raw.SQLITE_INTEGER:
                    hash.Add(value.Int64);
                    break;
                default:
                    hash.Add(value.Bytes(ref buffer));
                    break;
            }
        }

        return hash.Value;
    }
}
