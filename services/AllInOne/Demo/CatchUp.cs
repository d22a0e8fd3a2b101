using AnSinh.Contracts.Events.V1;
using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.AllInOne.Demo;

/// <summary>Waits until reporting has booked everything that a source has saved.</summary>
/// <param name="clients">The APIs.</param>
/// <param name="time">Clock.</param>
public sealed class CatchUp(DemoClients clients, TimeProvider time)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // Longer than a broker or a service that died needs to come back.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Waits, and says how many events the source has.</summary>
    /// <param name="source">Source service.</param>
    /// <param name="booked">Told how many events are booked so far.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidOperationException">For five minutes nothing was numbered and nothing booked.</exception>
    public async Task<long> WaitAsync(string source, Action<long> booked, CancellationToken cancellationToken)
    {
        var (seen, moved) = ((Head: -1L, At: -1L), time.GetTimestamp());
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

            if (seen != (head.HeadSequence, at))
            {
                (seen, moved) = ((head.HeadSequence, at), time.GetTimestamp());
            }
            else if (time.GetElapsedTime(moved) > Patience)
            {
                throw new InvalidOperationException(
                    $"Nguồn {source}: đã {Patience.TotalMinutes:0} phút không tiến thêm; đã ghi sổ đến sự kiện {at} trên {head.HeadSequence}, còn {head.Unnumbered} sự kiện chưa đánh số. Xem nhật ký của {source} và reporting.");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
