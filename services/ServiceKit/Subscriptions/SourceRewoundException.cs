using System.Globalization;

namespace AnSinh.ServiceKit.Subscriptions;

/// <summary>
/// A source no longer holds the event that a consumer booked last: its database was restored to an earlier state than the consumer's. It gives the
/// numbers of the lost events to new ones, which the consumer would take for booked. So nothing more is booked from it until the projection has been
/// built anew (<c>deploy/runbooks/rebuild-projection.md</c>).
/// </summary>
/// <param name="consumer">Consumer.</param>
/// <param name="source">Source service.</param>
/// <param name="position">Number of the event that the consumer booked last.</param>
/// <param name="head">Newest number of the source; null when the source has gone past the position with other events.</param>
public sealed class SourceRewoundException(string consumer, string source, long position, long? head) : Exception(
    string.Create(CultureInfo.InvariantCulture, $"{consumer} has booked event {position} of {source}, ")
    + (head is null ? "which is another event there now" : string.Create(CultureInfo.InvariantCulture, $"whose newest one is {head}"))
    + $": {source} was restored to an earlier state. Nothing is booked from it until the projection is built anew (deploy/runbooks/rebuild-projection.md).");
