using System.Collections.Concurrent;
using AnSinh.Employment.Data;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Subscriptions;

namespace AnSinh.Platform.Tests.Broker;

/// <summary>What has been booked, in order.</summary>
public sealed class Heard
{
    /// <summary>Sequence numbers of committed events.</summary>
    public ConcurrentQueue<long> Sequences { get; } = new();

    /// <summary>Whether the consumer fails with whatever it gets.</summary>
    public bool IsBroken { get; set; }
}

/// <summary>A consumer whose only effect is its position; it tells what was committed.</summary>
/// <param name="heard">Where it tells it.</param>
public sealed class Listener(Heard heard) : IEventHandler<EmploymentDb>
{
    /// <summary>Queue of the consumer.</summary>
    public const string Queue = "employment.listener";

    /// <inheritdoc/>
    public static string Consumer => "listener";

    /// <inheritdoc/>
    public Task ApplyAsync(EmploymentDb db, string source, IReadOnlyList<EventEnvelope> run, CancellationToken cancellationToken) =>
        heard.IsBroken ? throw new InvalidOperationException("broken") : Task.CompletedTask;

    /// <inheritdoc/>
    public Task CommittedAsync(string source, IReadOnlyList<EventEnvelope> run)
    {
        foreach (var told in run)
        {
            heard.Sequences.Enqueue(told.Sequence);
        }

        return Task.CompletedTask;
    }
}
