using AnSinh.Contracts.Events.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Date = Google.Type.Date;

namespace AnSinh.ServiceKit.Events;

/// <summary>Serves the event logs of the services in this process.</summary>
/// <param name="logs">One reader a source.</param>
/// <param name="signals">Say when a log has grown.</param>
/// <param name="draining">Ends streams when the process stops.</param>
public sealed class EventFeedGrpc(IEnumerable<IEventLogReader> logs, FeedSignals signals, Draining draining) : EventFeed.EventFeedBase
{
    const int DefaultPage = 1_000;
    const int LargestPage = 5_000;

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
        response.Events.AddRange(page.Rows.Select(row => ToMessage(log.Source, row)));
        return response;
    }

    /// <inheritdoc/>
    public override async Task Subscribe(SubscribeRequest request, IServerStreamWriter<SubscribeResponse> responseStream, ServerCallContext context)
    {
        var log = Find(request.Source);
        CheckSequence(request.AfterSequence);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, draining.Token);
        var after = request.AfterSequence;
        try
        {
            while (true)
            {
                var grown = signals.Of(log.Source).Next;
                var page = await log.ReadAsync(after, DefaultPage, ending.Token);
                if (page.Rows.Count == 0)
                {
                    await grown.WaitAsync(ending.Token);
                    continue;
                }

                var response = new SubscribeResponse { HeadSequence = page.Head };
                response.Events.AddRange(page.Rows.Select(row => ToMessage(log.Source, row)));
                await responseStream.WriteAsync(response, ending.Token);
                after = page.Rows[^1].Sequence;
            }
        }
        catch (OperationCanceledException) when (draining.Token.IsCancellationRequested)
        {
            throw Refusal.Unavailable("server.stopping", "Máy chủ đang dừng; hãy nối lại và đọc tiếp từ số thứ tự cuối đã nhận.");
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
        OccurredOn = new Date { Year = row.OccurredOn.Year, Month = row.OccurredOn.Month, Day = row.OccurredOn.Day },
        RecordedAt = Timestamp.FromDateTimeOffset(row.RecordedAt),
        AreaCode = row.AreaCode,
        SchemaVersion = row.SchemaVersion,
        Actor = row.Actor,
        TraceParent = row.TraceParent,
        Data = row.Data,
    };
}
