using AnSinh.Contracts.Events.V1;
using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.AllInOne.Demo;

/// <summary>Waits until reporting has booked everything that a source has saved.</summary>
/// <param name="clients">The APIs.</param>
/// <param name="time">Clock.</param>
public sealed class CatchUp(DemoClients clients, TimeProvider time)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits, and says how many events the source has.</summary>
    /// <param name="source">Source service.</param>
    /// <param name="booked">Told how many events are booked so far.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<long> WaitAsync(string source, Action<long> booked, CancellationToken cancellationToken)
    {
        while (true)
        {
            var head = await clients.Feed.ReadAsync(
                new ReadRequest { Source = source, AfterSequence = long.MaxValue - 1, PageSize = 1 }, cancellationToken: cancellationToken);
            var freshness = await clients.Indicators.GetFreshnessAsync(new GetFreshnessRequest(), cancellationToken: cancellationToken);
            var at = freshness.Sources.SingleOrDefault(one => one.Source == source)?.BookedSequence ?? 0;
            booked(at);
            if (head.Unnumbered == 0 && at >= head.HeadSequence)
            {
                return at;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
