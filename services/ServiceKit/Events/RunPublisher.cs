using AnSinh.ServiceKit.Messaging;
using AnSinh.ServiceKit.Persistence;
using MassTransit;

namespace AnSinh.ServiceKit.Events;

/// <summary>Puts runs of events on the bus, several waiting for their confirmation at once.</summary>
/// <param name="bus">The bus.</param>
/// <param name="time">Clock.</param>
public sealed class RunPublisher(IBus bus, TimeProvider time)
{
    /// <summary>Publishes events in order; comes back when the broker has confirmed them all.</summary>
    /// <returns>Runs that the bus refused for a reason of their own; a broker that is away is an exception instead.</returns>
    public async Task<IReadOnlyList<ParkedRunRow>> PublishAsync(
        string source, IEnumerable<EventEnvelope> events, RelayOptions options, CancellationToken cancellationToken)
    {
        var parked = new List<ParkedRunRow>();
        foreach (var window in events.Chunk(options.RunLength).Chunk(options.ConfirmWindow))
        {
            var outcomes = await Task.WhenAll(window.Select(run => TryPublishAsync(source, run, options, cancellationToken)));
            parked.AddRange(outcomes.OfType<ParkedRunRow>());
        }

        return parked;
    }

    async Task<ParkedRunRow?> TryPublishAsync(string source, EventEnvelope[] run, RelayOptions options, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await bus.Publish(
                    new EventRun { Source = source, Events = run }, publish => publish.Headers.Set(EventRun.SourceHeader, source), cancellationToken);
                return null;
            }
            catch (Exception refused) when (IsAboutTheMessage(refused))
            {
                if (attempt >= options.Attempts)
                {
                    return new ParkedRunRow
                    {
                        FirstSequence = run[0].Sequence,
                        LastSequence = run[^1].Sequence,
                        Error = refused.Message.Length > 2000 ? refused.Message[..2000] : refused.Message,
                        ParkedAt = time.GetUtcNow(),
                    };
                }
            }
        }
    }

    static bool IsAboutTheMessage(Exception fault) => fault is System.Runtime.Serialization.SerializationException or MessageException;
}
