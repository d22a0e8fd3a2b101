using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AnSinh.BenefitPayments.Rates;

/// <summary>Loads the levels that come with the build, once the database is up and before calls are served.</summary>
sealed class RateStartup<TDb>(IServiceScopeFactory scopes, IReadOnlyList<BenefitScheme> schemes) : IHostedLifecycleService
    where TDb : ServiceDb
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Current = Caller.Service("rates");
        var catalogue = scope.ServiceProvider.GetRequiredService<RateCatalogue<TDb>>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork<TDb>>().RunAsync(
            async (db, token) =>
            {
                // Of two instances that start at once, the second finds the levels there.
                await DatabaseTurn.TakeAsync(db, token);
                foreach (var scheme in schemes)
                {
                    await catalogue.EnsureAsync(scheme, token);
                }

                return true;
            },
            cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
