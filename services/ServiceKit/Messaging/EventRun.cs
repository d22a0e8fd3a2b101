using AnSinh.ServiceKit.Events;
using MassTransit;

namespace AnSinh.ServiceKit.Messaging;

/// <summary>
/// A run of consecutive events of one source: what the bus carries. One message a run instead of one an event costs a fraction per
/// event and keeps the order; the figures are in docs/decisions/0004. The name on the wire is pinned.
/// </summary>
[EntityName("ansinh.events.v1.run")]
[MessageUrn("ansinh:events:v1:run", useDefaultPrefix: false)]
public sealed record EventRun
{
    /// <summary>Header with the source, so that a queue that does not follow it can pass the message over unread.</summary>
    public const string SourceHeader = "ansinh-source";

    /// <summary>Source service.</summary>
    public required string Source { get; init; }

    /// <summary>Events with consecutive sequence numbers; never empty.</summary>
    public required IReadOnlyList<EventEnvelope> Events { get; init; }
}
