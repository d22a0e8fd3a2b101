using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace AnSinh.Benchmarks.Ceilings;

/// <summary>SQLite alone, with a row like those of the event log.</summary>
static class RawSqlite
{
    public static async Task<double> MeasureAsync(int rowsInTransaction, int seconds)
    {
        var directory = Directory.CreateTempSubdirectory("ansinh-bench-");
        try
        {
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(directory.FullName, "raw.db")};Pooling=False");
            await connection.OpenAsync();
            Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE row (id BLOB PRIMARY KEY, kind TEXT, day INT, data TEXT)");
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO row VALUES (@id, 'ansinh.employment.v1.PlacementRecorded', 20200102, @data)";
            var id = insert.Parameters.Add("@id", SqliteType.Blob);
            insert.Parameters.AddWithValue("@data", new string('x', 300));
            var rows = 0L;
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                using var transaction = connection.BeginTransaction();
                insert.Transaction = transaction;
                for (var i = 0; i < rowsInTransaction; i++)
                {
                    id.Value = Guid.CreateVersion7().ToByteArray(true);
                    insert.ExecuteNonQuery();
                    rows++;
                }

                transaction.Commit();
            }

            return rows / clock.Elapsed.TotalSeconds;
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
