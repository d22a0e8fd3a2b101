using System.Diagnostics;
using AnSinh.Contracts.Employment.V1;

namespace AnSinh.Benchmarks.Measures;

/// <summary>One placement a command, each acknowledged only when it is on disk.</summary>
static class DurableCommands
{
    public static async Task<double> MeasureAsync(RunningPlatform platform, int commands, int atOnce)
    {
        var requests = new System.Collections.Concurrent.ConcurrentQueue<RecordPlacementRequest>(Requests(commands + 200, 600_000));
        for (var i = 0; i < 200; i++)
        {
            requests.TryDequeue(out var warm);
            await new PlacementService.PlacementServiceClient(platform.Clients.Official).RecordPlacementAsync(warm);
        }

        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (requests.TryDequeue(out var request))
            {
                await new PlacementService.PlacementServiceClient(platform.Clients.Official).RecordPlacementAsync(request);
            }
        }));
        return commands / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Commands for distinct people.</summary>
    public static IEnumerable<RecordPlacementRequest> Requests(int count, int firstPerson) => BulkImport.Rows(count, firstPerson).Select(row => new RecordPlacementRequest
    {
        Placement = row.Placement,
        NewWorker = row.Worker,
        NewEmployer = row.Employer,
        RequestId = Guid.NewGuid().ToString(),
    });
}
