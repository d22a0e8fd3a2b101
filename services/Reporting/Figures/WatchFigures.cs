using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Hosting;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace AnSinh.Reporting.Figures;

/// <summary>
/// Follows figures for one caller. There is no queue: while a message waits for its reader nothing is computed for it, and what is
/// computed then comes from the newest state.
/// </summary>
public sealed class WatchFigures(
    QuestionReader reader, FigureRows rows, ApartFigures apart, Freshness freshness, ReportingDb db, LedgerPulse pulse, WatchPlaces places, Draining draining,
    IOptions<WatchOptions> options, TimeProvider time)
{
    const long MostCells = 500;

    // What another process has booked is seen by asking.
    static readonly TimeSpan poll = TimeSpan.FromSeconds(1);
    static readonly TimeSpan heartbeat = TimeSpan.FromSeconds(30);

    // At hundreds of bookings a second nobody can read more than some pictures of them.
    static readonly TimeSpan shortest = TimeSpan.FromMilliseconds(50);

    /// <summary>Follows until the caller has enough.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task RunAsync(WatchFiguresRequest request, IServerStreamWriter<WatchFiguresResponse> stream, CancellationToken cancellationToken)
    {
        if (request.Question?.View?.AsOf is not null)
        {
            throw Refusal.Invalid("question.view.as_of", "watch.past", "Số liệu của một thời điểm đã qua không thay đổi nên không theo dõi được; hãy bỏ as_of.");
        }

        var asked = await reader.ReadAsync(request.Question, MostCells, "Hãy chia câu hỏi thành nhiều lượt theo dõi.", cancellationToken);
        using var place = places.Take();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, draining.Token);
        try
        {
            await FollowAsync(asked, stream, ending.Token);
        }
        catch (OperationCanceledException) when (draining.Token.IsCancellationRequested)
        {
            throw Refusal.Unavailable("server.stopping", "Máy chủ đang dừng; hãy hỏi lại.");
        }
    }

    async Task FollowAsync(AskedFigures asked, IServerStreamWriter<WatchFiguresResponse> stream, CancellationToken cancellationToken)
    {
        var seen = new SeenRows();
        var (version, computed, sent) = (-1L, DateTimeOffset.MinValue, DateTimeOffset.MinValue);
        while (true)
        {
            var booked = pulse.Next;
            await PaceAsync(computed, cancellationToken);
            var current = await pulse.VersionAsync(db, cancellationToken);
            WatchFiguresResponse? change = null;
            if (current != version)
            {
                // The first picture waits for nobody, and nobody for the second.
                computed = version < 0 ? DateTimeOffset.MinValue : time.GetUtcNow();
                change = await places.InTurnAsync(() => ChangeAsync(asked, seen, cancellationToken), cancellationToken);
                change = version < 0 || change.Rows.Count + change.Gone.Count + change.KeptApart.Count + change.KeptApartGone.Count > 0 ? change : null;
                version = current;
            }

            if (change is not null || time.GetUtcNow() - sent >= heartbeat)
            {
                change ??= new WatchFiguresResponse { Freshness = { await freshness.ListAsync(cancellationToken) } };
                await WriteAsync(stream, change, cancellationToken);
                sent = time.GetUtcNow();
            }

            await booked.WaitAsync(poll, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    async Task PaceAsync(DateTimeOffset computed, CancellationToken cancellationToken)
    {
        var rest = computed == DateTimeOffset.MinValue ? TimeSpan.Zero : computed + shortest - time.GetUtcNow();
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, time, cancellationToken);
        }
    }

    async Task<WatchFiguresResponse> ChangeAsync(AskedFigures asked, SeenRows seen, CancellationToken cancellationToken)
    {
        // First the freshness, then the figures: never promise more than was booked when the figures were read.
        var fresh = await freshness.ListAsync(cancellationToken);
        var lines = await rows.OfAsync(asked, [.. asked.Lines()], cancellationToken);
        var units = await apart.ReadAsync(asked, asked.Periods, cancellationToken).SelectMany(told => told).ToListAsync(cancellationToken);
        var change = seen.Take(lines.SelectMany(line => line), units);
        change.Freshness.AddRange(fresh);
        return change;
    }

    async Task WriteAsync(IServerStreamWriter<WatchFiguresResponse> stream, WatchFiguresResponse change, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.Value.ReadPatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await stream.WriteAsync(change, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Refusal.Exhausted("watch.not_reading", $"Không đọc gì trong {options.Value.ReadPatience.TotalSeconds:0} giây nên lượt theo dõi đã kết thúc; hãy hỏi lại.");
        }
    }
}
