using AnSinh.Contracts.Events.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace AnSinh.ServiceKit.Events;

/// <summary>Serves the event logs of the services in this process.</summary>
/// <param name="logs">One reader a source.</param>
/// <param name="signals">Say when a log has grown.</param>
/// <param name="draining">Ends streams when the process stops.</param>
/// <param name="options">How often a log that others number is looked at.</param>
/// <param name="time">Clock.</param>
public sealed class EventFeedGrpc(
    IEnumerable<IEventLogReader> logs, FeedSignals signals, Draining draining, IOptions<RelayOptions> options, TimeProvider time) : EventFeed.EventFeedBase
{
    const int DefaultPage = 1_000;
    const int LargestPage = 5_000;

    /// <summary>Characters of data in one message: well below the 4 MiB that a client takes by default, whatever the letters.</summary>
    const int LargestData = 1_000_000;

    /// <summary>How long a page that is being written may still take when the process stops; whoever does not read until then is cut off.</summary>
    static readonly TimeSpan LastPage = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override async Task<ReadResponse> Read(ReadRequest request, ServerCallContext context)
    {
        var log = Find(request.Source);
        CheckSequence(request.AfterSequence);
        if (request.PageSize is < 0 or > LargestPage)
        {
            throw Refusal.Invalid("page_size", "page_size.invalid", $"page_size phải từ 0 đến {LargestPage}.");
        }

        var size = request.PageSize == 0 ? DefaultPage : request.PageSize;
        var page = await log.ReadAsync(request.AfterSequence, size, context.CancellationToken);
        var response = new ReadResponse { HeadSequence = page.Head, Unnumbered = page.Unnumbered };
        response.Events.AddRange(Fitting(log.Source, page.Rows));
        return response;
    }

    /// <inheritdoc/>
    public override async Task Subscribe(SubscribeRequest request, IServerStreamWriter<SubscribeResponse> responseStream, ServerCallContext context)
    {
        var log = Find(request.Source);
        CheckSequence(request.AfterSequence);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, draining.Token);

        // A write that is cancelled ends the call as cancelled, also when its page has long arrived; the reader is to hear that the server stops.
        using var cut = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var drained = draining.Token.Register(() => cut.CancelAfter(LastPage));
        var after = request.AfterSequence;
        try
        {
            while (true)
            {
                var grown = signals.Of(log.Source).Next;
                var page = await log.ReadAsync(after, DefaultPage, ending.Token);
                if (page.Rows.Count == 0)
                {
                    var longest = log.Shared ? options.Value.Poll : Timeout.InfiniteTimeSpan;
                    await grown.WaitAsync(longest, time, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    ending.Token.ThrowIfCancellationRequested();
                    continue;
                }

                var response = new SubscribeResponse { HeadSequence = page.Head };
                response.Events.AddRange(Fitting(log.Source, page.Rows));
                await responseStream.WriteAsync(response, cut.Token);
                after = response.Events[^1].Sequence;
            }
        }
        catch (OperationCanceledException) when (draining.Token.IsCancellationRequested)
        {
            throw Refusal.Unavailable("server.stopping", "Máy chủ đang dừng; hãy nối lại và đọc tiếp từ số thứ tự cuối đã nhận.");
        }
    }

    /// <summary>As many events as fit into one message, and always one: a shorter page is no end, the reader goes on after it.</summary>
    static IEnumerable<Event> Fitting(string source, IReadOnlyList<EventLogRow> rows)
    {
        var characters = 0;
        foreach (var row in rows)
        {
            characters += row.Data.Length;
            if (characters > LargestData && row != rows[0])
            {
                yield break;
            }

            yield return ToMessage(source, row);
        }
    }

    IEventLogReader Find(string source) => logs.FirstOrDefault(log => log.Source == source) ?? throw Refusal.NotFound(
        "feed.source_unknown", $"Không có nguồn \"{source}\"; các nguồn: {string.Join(", ", logs.Select(log => log.Source))}.");

    static void CheckSequence(long after)
    {
        if (after < 0)
        {
            throw Refusal.Invalid("after_sequence", "after_sequence.negative", "after_sequence phải từ 0 trở lên.");
        }
    }

    static Event ToMessage(string source, EventLogRow row) => new()
    {
        Id = row.EventId.ToString(),
        Source = source,
        Sequence = row.Sequence,
        Type = row.Type,
        Subject = row.Subject.ToString(),
        OccurredOn = WireDate.Of(row.OccurredOn),
        RecordedAt = Timestamp.FromDateTimeOffset(row.RecordedAt),
        AreaCode = row.AreaCode,
        SchemaVersion = row.SchemaVersion,
        Actor = row.Actor,
        TraceParent = row.TraceParent,
        Data = row.Data,
    };
}
