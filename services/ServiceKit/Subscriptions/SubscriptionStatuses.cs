using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using AnSinh.ServiceKit.Telemetry;

namespace AnSinh.ServiceKit.Subscriptions;

/// <summary>How far each consumer of this process has come with each source.</summary>
/// <param name="meters">The host's meters.</param>
public sealed class SubscriptionStatuses(IMeterFactory meters)
{
    readonly Counter<long> gaps = meters.Create(AnSinhTelemetry.Name).CreateCounter<long>(
        "ansinh.subscription.gaps", "{run}", "Runs from the bus that did not join on to what was booked; the feed filled the gap");

    readonly ConcurrentDictionary<(string Consumer, string Source), SourcePosition> positions = new();

    /// <summary>The positions of one consumer, by source.</summary>
    public IReadOnlyList<SourcePosition> Of(string consumer) =>
        [.. positions.Where(entry => entry.Key.Consumer == consumer).Select(entry => entry.Value).OrderBy(at => at.Source, StringComparer.Ordinal)];

    /// <summary>The positions of all consumers.</summary>
    internal IEnumerable<(string Consumer, SourcePosition Position)> All => positions.Select(entry => (entry.Key.Consumer, entry.Value));

    internal void Gap(string consumer, string source) => gaps.Add(1, new("consumer", consumer), new("source", source));

    internal void Booked(string consumer, string source, long sequence, DateTimeOffset through, long head) =>
        Change(consumer, source, at => at with
        {
            Booked = Math.Max(at.Booked, sequence),
            BookedThrough = through > at.BookedThrough ? through : at.BookedThrough,
            Head = Math.Max(at.Head, head),
        });

    internal void Reached(string consumer, string source, long head) =>
        Change(consumer, source, at => at with { Head = Math.Max(at.Head, head), Reachable = true, Rewound = false });

    internal void Unreachable(string consumer, string source) => Change(consumer, source, at => at with { Reachable = false });

    internal void Rewound(string consumer, string source) => Change(consumer, source, at => at with { Reachable = false, Rewound = true });

    void Change(string consumer, string source, Func<SourcePosition, SourcePosition> change) => positions.AddOrUpdate(
        (consumer, source), _ => change(new SourcePosition(source, 0, 0, default, true)), (_, at) => change(at));
}
