using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AnSinh.ServiceKit.Commands;

/// <summary>Forgets the answers of old commands, on a timer of its own: a request id is remembered for seven days.</summary>
public sealed partial class AnswerCleanup<TDb>(
    IServiceScopeFactory scopes, WriteGate<TDb> gate, TimeProvider time, ILogger<AnswerCleanup<TDb>> logger) : BackgroundService
    where TDb : ServiceDb
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    static readonly TimeSpan Every = TimeSpan.FromHours(1);

    // Below the 5,000 row locks at which SQL Server takes the whole table instead, and every command would wait.
    const int AtOnce = 1_000;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => BackgroundWork.EveryAsync(Every, time, ForgetAsync, stoppingToken);

    async Task ForgetAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TDb>();
            var before = time.GetUtcNow() - Kept;
            while (await ForgetSomeAsync(db, before, cancellationToken) == AtOnce)
            {
                // There are more.
            }
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogFault(fault);
        }
    }

    async Task<int> ForgetSomeAsync(TDb db, DateTimeOffset before, CancellationToken cancellationToken)
    {
        using var entry = await gate.EnterAsync(cancellationToken);
        return await db.Set<IdempotencyRow>().Where(row => row.AnsweredAt < before).OrderBy(row => row.AnsweredAt).Take(AtOnce)
            .ExecuteDeleteAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old answers could not be forgotten now; it will be tried again in an hour.")]
    partial void LogFault(Exception fault);
}
