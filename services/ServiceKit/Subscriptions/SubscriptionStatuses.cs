using System.Collections.Concurrent;

namespace AnSinh.ServiceKit.Subscriptions;

/// <summary>How far each consumer of this process has come with each source.</summary>
public sealed class SubscriptionStatuses
{
    readonly ConcurrentDictionary<(string Consumer, string Source), SourcePosition> positions = new();

    /// <summary>The positions of one consumer, by source.</summary>
    public IReadOnlyList<SourcePosition> Of(string consumer) =>
        [.. positions.Where(entry => entry.Key.Consumer == consumer).Select(entry => entry.Value).OrderBy(at => at.Source, StringComparer.Ordinal)];

    internal void Booked(string consumer, string source, long sequence, DateTimeOffset through, long head) =>
        Change(consumer, source, at => at with
        {
            Booked = Math.Max(at.Booked, sequence),
            BookedThrough = through > at.BookedThrough ? through : at.BookedThrough,
            Head = Math.Max(at.Head, head),
        });

    internal void Reached(string consumer, string source, long head) =>
        Change(consumer, source, at => at with { Head = Math.Max(at.Head, head), Reachable = true });

    internal void Unreachable(string consumer, string source) => Change(consumer, source, at => at with { Reachable = false });

    void Change(string consumer, string source, Func<SourcePosition, SourcePosition> change) => positions.AddOrUpdate(
        (consumer, source), _ => change(new SourcePosition(source, 0, 0, default, true)), (_, at) => change(at));
}
