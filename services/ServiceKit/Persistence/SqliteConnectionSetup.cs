using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>Every SQLite connection waits for the disk on commit: a system of record loses nothing that it acknowledged.</summary>
/// <param name="shared">Whether other processes work on the file too.</param>
sealed class SqliteConnectionSetup(bool shared) : DbConnectionInterceptor
{
    // The log is written back after 8,000 pages (32 MB), not 1,000: a chunk of an import touches more than that, mostly the same pages as
    // the chunk before, and each was written back twice. Measured: a third less time in the kernel.
    const string Settings = "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 8000;";

    // Writers of several processes meet at the gate between them; what is left to wait for is short (another process's first opening or
    // last closing of the log), and SQLite looks again sooner than the provider, which sleeps 150 ms on a thread.
    const string Waiting = "PRAGMA busy_timeout = 30000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = shared ? Waiting + Settings : Settings;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
