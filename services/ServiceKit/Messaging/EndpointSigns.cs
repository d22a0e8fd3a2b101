using System.Collections.Concurrent;
using MassTransit;

namespace AnSinh.ServiceKit.Messaging;

/// <summary>When each queue of this process was last heard of: that it is read, or that a try to read it failed.</summary>
/// <param name="time">Clock.</param>
sealed class EndpointSigns(TimeProvider time) : IReceiveEndpointObserver
{
    readonly ConcurrentDictionary<string, (bool Reads, long At)> signs = new(StringComparer.Ordinal);

    /// <summary>How long nothing was heard of a queue that is not read; zero for one that is.</summary>
    public TimeSpan Silence(string queue) => signs.GetValueOrDefault(queue) is { Reads: false } sign ? time.GetElapsedTime(sign.At) : TimeSpan.Zero;

    /// <summary>Begins to count anew: somebody tries to read the queue.</summary>
    public void Tried(string queue) => signs[queue] = (false, time.GetTimestamp());

    /// <inheritdoc/>
    public Task Ready(ReceiveEndpointReady ready)
    {
        signs[Queue(ready)] = (true, time.GetTimestamp());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Stopping(ReceiveEndpointStopping stopping) => NotRead(stopping);

    /// <inheritdoc/>
    public Task Completed(ReceiveEndpointCompleted completed) => NotRead(completed);

    /// <inheritdoc/>
    public Task Faulted(ReceiveEndpointFaulted faulted) => NotRead(faulted);

    static string Queue(ReceiveEndpointEvent told) => told.InputAddress.Segments[^1];

    Task NotRead(ReceiveEndpointEvent told)
    {
        Tried(Queue(told));
        return Task.CompletedTask;
    }
}
