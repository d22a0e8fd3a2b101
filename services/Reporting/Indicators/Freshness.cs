using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Measures;
using AnSinh.ServiceKit.Subscriptions;
using Google.Protobuf.WellKnownTypes;

namespace AnSinh.Reporting.Indicators;

/// <summary>How fresh the figures are with respect to each source.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="statuses">How far the ledger has come.</param>
public sealed class Freshness(ReportingDb db, SubscriptionStatuses statuses)
{
    /// <summary>One entry a source, by name; also sources that have not been heard of yet.</summary>
    public async Task<IReadOnlyList<SourceFreshness>> ListAsync(CancellationToken cancellationToken)
    {
        var parked = await ParkedEvents.CountsAsync(db, cancellationToken);
        var known = statuses.Of(LedgerProjection.Consumer).ToDictionary(position => position.Source);
        return [.. BookingRules.Sources.Order(StringComparer.Ordinal).Select(source =>
        {
            var position = known.GetValueOrDefault(source);
            var entry = new SourceFreshness
            {
                Source = source,
                BookedSequence = position?.Booked ?? 0,
                HeadSequence = position?.Head ?? 0,
                Parked = parked.GetValueOrDefault(source),
                Reachable = position?.Reachable ?? false,
            };
            if (position is { Booked: > 0 })
            {
                entry.BookedThrough = Timestamp.FromDateTimeOffset(position.BookedThrough);
            }

            return entry;
        })];
    }
}
