using System.Data.Common;
using System.Globalization;

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
    public static async Task<TableChecksum> ReadAsync(DbConnection connection, string schema, ProjectedTable table, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", table.Compared.Select(column => column.Name))} FROM {schema}.{table.Name} WHERE {table.SaysSomething}";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var types = table.Compared.Select(column => column.StoredAs).ToArray();
        var (count, sum) = (0L, 0UL);
        while (await rows.ReadAsync(cancellationToken))
        {
            if (count % RowsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            sum = unchecked(sum + HashOf(rows, types));
            count++;
        }

        return new TableChecksum(count, sum);
    }

    static ulong HashOf(DbDataReader row, Type[] types)
    {
        var hash = default(RowHash);
        for (var i = 0; i < types.Length; i++)
        {
            if (row.IsDBNull(i))
            {
                hash.AddNothing();
            }
            else if (types[i] == typeof(string))
            {
                hash.Add(row.GetString(i));
            }
            else if (types[i] == typeof(byte[]))
            {
                hash.Add(row.GetFieldValue<byte[]>(i));
            }
            else
            {
                hash.Add(row.GetInt64(i));
            }
        }

        return hash.Value;
    }
}
