using System.Diagnostics;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Messaging;
using MassTransit;

namespace AnSinh.Benchmarks.Ceilings;

/// <summary>The bus alone: events through the in-memory transport into a consumer that only counts, a message an event or a run.</summary>
static class RawPublish
{
    public static async Task<double> MeasureAsync(int eventsInMessage, int events)
    {
        var done = new TaskCompletionSource();
        var consumed = 0;
        var bus = Bus.Factory.CreateUsingInMemory(memory => memory.ReceiveEndpoint("count", endpoint => endpoint.Handler<EventRun>(context =>
        {
            if (Interlocked.Add(ref consumed, context.Message.Events.Count) >= events)
            {
                done.TrySetResult();
            }

            return Task.CompletedTask;
        })));
        await bus.StartAsync();
        var run = new EventRun { Source = "bench", Events = [.. Enumerable.Range(1, eventsInMessage).Select(Sample)] };
        var clock = Stopwatch.StartNew();
        foreach (var window in Enumerable.Range(0, events / eventsInMessage).Chunk(100))
        {
            await Task.WhenAll(window.Select(_ => bus.Publish(run)));
        }

        await done.Task;
        var perSecond = events / clock.Elapsed.TotalSeconds;
        await bus.StopAsync();
        return perSecond;
    }

    static EventEnvelope Sample(int sequence) => new()
    {
        EventId = Guid.CreateVersion7(),
        Sequence = sequence,
        Type = "ansinh.employment.v1.PlacementRecorded",
        Subject = Guid.CreateVersion7(),
        OccurredOn = new DateOnly(2020, 1, 2),
        RecordedAt = DateTimeOffset.UnixEpoch,
        AreaCode = "18073",
        SchemaVersion = 1,
        Actor = "bench",
        TraceParent = "",
        Data = new string('x', 300),
    };
}
