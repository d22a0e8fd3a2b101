using AnSinh.ServiceKit.Areas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// Brings a service's database up before anything else starts: an embedded one is migrated here, a server database only by the verb
/// <c>migrate</c> under a login of its own. Then the imported areas are loaded.
/// </summary>
sealed class DatabaseStartup<TDb>(IServiceScopeFactory scopes, AreaDirectory areas) : IHostedLifecycleService
    where TDb : ServiceDb
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        if (db.Database.IsSqlite())
        {
            await DatabaseMigration.RunAsync(db, cancellationToken);
        }

        await AreaReplicaStore.LoadAsync(db, areas, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Applies pending migrations and makes the kit's single rows.</summary>
public static class DatabaseMigration
{
    /// <summary>Brings the schema to the version of this build.</summary>
    public static async Task RunAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            if (db.Database.IsSqlite())
            {
                // EF's own lock row outlives a killed process and would be waited for without end; the lock file guards already.
                await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
            }

            await db.Database.MigrateAsync(cancellationToken);
        }

        if (!await db.Set<RelayStateRow>().AnyAsync(cancellationToken))
        {
            db.Add(new RelayStateRow { Id = 1, LeaseHolder = "" });
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
