using AnSinh.ServiceKit.Areas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// Brings a service's database up before anything else starts: an embedded one is migrated here, a server database only by the verb
/// <c>migrate</c> under a login of its own. Then the imported areas are loaded.
/// </summary>
sealed class DatabaseStartup<TDb>(IServiceScopeFactory scopes, WriteGate<TDb> gate, AreaDirectory areas) : IHostedLifecycleService
    where TDb : ServiceDb
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        if (db.Database.IsSqlite())
        {
            // Of two processes that start at once on a shared file, the second finds nothing pending.
            using var entry = await gate.EnterAsync(cancellationToken);
            await DatabaseMigration.RunAsync(db, cancellationToken);
        }
        else if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            throw new InvalidOperationException(
                "Lược đồ cơ sở dữ liệu chưa ở phiên bản của bản này: hãy chạy lệnh migrate với tài khoản nâng cấp lược đồ, rồi khởi động lại.");
        }

        await DatabaseMigration.MakeRowsAsync(db, cancellationToken);
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
        if (db.Database.IsSqlServer())
        {
            await SqlServerDatabase.PrepareAsync(db, cancellationToken);
        }

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

        await MakeRowsAsync(db, cancellationToken);
    }

    /// <summary>Makes the kit's single row where it is missing, as after an administrator's script; instances may start at once.</summary>
    internal static async Task MakeRowsAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        if (await db.Set<RelayStateRow>().AnyAsync(cancellationToken))
        {
            return;
        }

        db.Add(new RelayStateRow { Id = 1, LeaseHolder = "" });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException faster) when (UniqueViolations.Caused(faster))
        {
            db.ChangeTracker.Clear();
        }
    }
}
