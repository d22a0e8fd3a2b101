using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// Inserts many rows of an entity inside the current transaction, past EF's change tracker (which costs about ten times as much a
/// row) but by EF's model: the same columns, the same conversions. Rows go in as they are: the caller sets keys and versions.
/// </summary>
public static class BulkInsert
{
    /// <summary>Inserts the rows.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public static async Task InsertAsync<TEntity>(ServiceDb db, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var transaction = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("A bulk insert needs an open transaction.");
        var table = BulkTable.Of<TEntity>(db.Model);
        switch (transaction)
        {
            case SqliteTransaction sqlite:
                SqliteBulkInsert.Insert(sqlite, table, rows);
                break;
            case SqlTransaction sql:
                await InsertAsync(sql, table, rows, cancellationToken);
                break;
            default:
                throw new NotSupportedException($"No bulk insert for {transaction.GetType()}.");
        }
    }

    static async Task InsertAsync<TEntity>(SqlTransaction transaction, BulkTable table, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        using var copy = new SqlBulkCopy(transaction.Connection, SqlBulkCopyOptions.CheckConstraints | SqlBulkCopyOptions.FireTriggers, transaction)
        {
            DestinationTableName = $"[{table.Name}]",
        };
        foreach (var column in table.Columns)
        {
            copy.ColumnMappings.Add(column.Name, column.Name);
        }

        await copy.WriteToServerAsync(table.ToDataTable(rows), cancellationToken);
    }
}
