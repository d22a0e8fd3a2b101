using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Measures;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Indicators;

/// <summary>How fresh the figures are with respect to each source.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="statuses">What this instance knows of the sources.</param>
public sealed class Freshness(ReportingDb db, SubscriptionStatuses statuses)
{
    /// <summary>One entry a source, by name; also sources that have not been heard of yet.</summary>
    public async Task<IReadOnlyList<SourceFreshness>> ListAsync(CancellationToken cancellationToken)
    {
        var parked = await ParkedEvents.CountsAsync(db, cancellationToken);

        // How far is booked stands in the database: another instance may have booked what this one has never seen.
        var booked = await db.Set<FeedPositionRow>().AsNoTracking().Where(row => row.Consumer == LedgerProjection.Consumer)
            .ToDictionaryAsync(row => row.Source, cancellationToken);
        var known = statuses.Of(LedgerProjection.Consumer).ToDictionary(position => position.Source);
        return [.. BookingRules.Sources.Order(StringComparer.Ordinal).Select(source =>
        {
            var seen = known.GetValueOrDefault(source);
            var at = booked.GetValueOrDefault(source);
            var entry = new SourceFreshness
            {
                Source = source,
                BookedSequence = at?.Sequence ?? 0,
                HeadSequence = Math.Max(seen?.Head ?? 0, at?.Sequence ?? 0),
                Parked = parked.GetValueOrDefault(source),
                Reachable = seen?.Reachable ?? false,
            };
            if (at is not null)
            {
                entry.BookedThrough = Timestamp.FromDateTimeOffset(at.BookedThrough);
            }

            return entry;
        })];
    }
}
