using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>Whether the database answers and has the schema of this build.</summary>
sealed class DatabaseHealth<TDb>(TDb db) : IHealthCheck
    where TDb : ServiceDb
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            if (pending > 0)
            {
                return HealthCheckResult.Unhealthy($"The schema is not at the version of this build: {pending} migrations are pending; run the verb migrate.");
            }

            var missing = db.Database.IsSqlServer() ? await SqlServerDatabase.MissingAsync(db, cancellationToken) : [];
            return missing.Count == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"The database lacks {string.Join(", ", missing)}; run the verb migrate.");
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", fault);
        }
    }
}
