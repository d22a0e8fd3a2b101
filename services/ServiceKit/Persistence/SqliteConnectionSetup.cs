using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>Every SQLite connection waits for the disk on commit: a system of record loses nothing that it acknowledged.</summary>
sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    const string Settings = "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
