using System.Data;
using System.Data.Common;
using AnSinh.Reporting.Data;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger;

/// <summary>One consistent state of the ledger that is being read. Past EF: nothing is tracked, nothing retried half-way.</summary>
/// <param name="db">The database, with its connection open.</param>
/// <param name="transaction">The reading transaction.</param>
/// <param name="leave">Statement that makes the connection as it was, before it goes back to the pool; null where nothing stays behind.</param>
public sealed class LedgerReading(ReportingDb db, DbTransaction transaction, string? leave = null) : IAsyncDisposable
{
    /// <summary>The connection.</summary>
    public DbConnection Connection { get; } = transaction.Connection!;

    /// <summary>A command in this state.</summary>
    /// <param name="sql">Its text.</param>
    public DbCommand Command(string sql)
    {
        var command = Connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
            if (leave is not null && Connection.State == ConnectionState.Open)
            {
                await using var command = Connection.CreateCommand();
                command.CommandText = leave;
                await command.ExecuteNonQueryAsync();
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
