namespace AnSinh.ServiceKit.Subscriptions;

/// <summary>How far a consumer has come with one source, as it last saw it; for freshness and metrics.</summary>
/// <param name="Source">Source service.</param>
/// <param name="Booked">Last sequence number booked.</param>
/// <param name="Head">Newest sequence number of the source that the consumer knows of.</param>
/// <param name="BookedThrough">When the last booked event was saved at its source, UTC.</param>
/// <param name="Reachable">Whether the source's feed answered when last asked, and can be followed.</param>
/// <param name="Rewound">Whether the source was restored to a state before what is booked; then nothing is booked from it.</param>
public sealed record SourcePosition(string Source, long Booked, long Head, DateTimeOffset BookedThrough, bool Reachable, bool Rewound = false);
