using System.Data.Common;
using AnSinh.Reporting.Data;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger;

/// <summary>One consistent state of the ledger that is being read. Past EF: nothing is tracked, nothing retried half-way.</summary>
/// <param name="db">The database, with its connection open.</param>
/// <param name="transaction">The reading transaction.</param>
public sealed class LedgerReading(ReportingDb db, DbTransaction transaction) : IAsyncDisposable
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
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
