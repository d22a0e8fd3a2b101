using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// Inserts many rows through one prepared statement of SQLite's own API. ADO.NET's command costs more than the insert itself: a reader, a
/// boxed value and a type switch for every cell of every row.
/// </summary>
static class SqliteBulkInsert
{
    public static void Insert<TEntity>(SqliteTransaction transaction, BulkTable table, IReadOnlyCollection<TEntity> rows)
        where TEntity : class
    {
        var database = transaction.Connection!.Handle!;
        Check(raw.sqlite3_prepare_v2(database, table.InsertStatement, out var statement), database);
        using (statement)
        {
            var columns = table.Columns;
            foreach (var row in rows)
            {
                for (var i = 0; i < columns.Length; i++)
                {
                    Check(columns[i].Bind(statement, i + 1, row), database);
                }

                var result = raw.sqlite3_step(statement);
                if (result != raw.SQLITE_DONE)
                {
                    Check(result, database);
                }

                raw.sqlite3_reset(statement);
            }
        }
    }

    static void Check(int result, sqlite3 database)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }
    }
}
