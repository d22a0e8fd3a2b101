using System.Diagnostics;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.Benchmarks.Measures;

/// <summary>Many events that wait in an outbox: numbered, logged, published. Reporting's own outbox is used, because nobody books it.</summary>
static class RelayRate
{
    public static async Task<double> MeasureAsync(RunningPlatform platform, int events)
    {
        var status = platform.App.Services.GetRequiredService<RelayStatus<ReportingDb>>();
        await using var scope = platform.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().Current = Caller.Service("bench");
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork<ReportingDb>>();
        var before = status.PublishedSequence;
        await unit.RunAsync(
            async (db, token) =>
            {
                var drafts = Enumerable.Range(0, events)
                    .Select(_ => db.Draft(new WorkerRegistered { PersonKey = "AAAAAAAAAAAAAAAAAAAAAA" }, Guid.CreateVersion7(), new DateOnly(2020, 1, 2), "18073"))
                    .ToList();
                await BulkInsert.InsertAsync(db, drafts, token);
                return 0;
            },
            CancellationToken.None);
        var clock = Stopwatch.StartNew();
        while (status.PublishedSequence < before + events)
        {
            await Task.Delay(5);
        }

        return events / clock.Elapsed.TotalSeconds;
    }
}
