using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AnSinh.ServiceKit.Areas;

/// <summary>
/// Takes over units that another instance on the same database has booked or imported. Only the instance that books an event is told of
/// it; without this the others would refuse a new commune until their next start.
/// </summary>
/// <typeparam name="TDb">The service's database.</typeparam>
sealed partial class AreaWatch<TDb>(
    IServiceScopeFactory scopes, AreaDirectory areas, IOptions<AreaOptions> options, TimeProvider time, ILogger<AreaWatch<TDb>> logger) : BackgroundService
    where TDb : ServiceDb
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => BackgroundWork.EveryAsync(options.Value.Poll, time, LookAsync, stoppingToken);

    async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await AreaReplicaStore.RefreshAsync(scope.ServiceProvider.GetRequiredService<TDb>(), areas, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Whether the database answers is the health check's to say, and loudly.
            LogFault(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Whether there are new administrative units could not be looked up now.")]
    partial void LogFault(Exception fault);
}
