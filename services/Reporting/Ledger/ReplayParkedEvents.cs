using AnSinh.Reporting.Data;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Ledger;

/// <summary>Tries to book parked events again, after the cause was repaired: all of a source, or all, in one transaction.</summary>
/// <param name="booking">Books them.</param>
public sealed class ReplayParkedEvents(LedgerBooking booking)
{
    const int PageSize = 2_000;

    /// <summary>Books what can be booked now.</summary>
    /// <param name="db">Database with an open transaction.</param>
    /// <param name="source">Only events of this source; empty for all.</param>
    /// <param name="cancellationToken">Stops the work; the transaction is then rolled back.</param>
    /// <returns>Events booked now, and events of that choice that are still parked.</returns>
    public async Task<(long Booked, long StillParked)> RunAsync(ReportingDb db, string source, CancellationToken cancellationToken)
    {
        var chosen = db.ParkedEvents.AsNoTracking().Where(row => source == "" || row.Source == source);
        var before = await chosen.LongCountAsync(cancellationToken);
        (string Source, long Sequence) after = ("", 0);
        while (true)
        {
            var page = await chosen
                .Where(row => string.Compare(row.Source, after.Source) > 0 || (row.Source == after.Source && row.Sequence > after.Sequence))
                .OrderBy(row => row.Source).ThenBy(row => row.Sequence).Take(PageSize).ToListAsync(cancellationToken);
            if (page.Count == 0)
            {
                var still = await chosen.LongCountAsync(cancellationToken);
                return (before - still, still);
            }

            await booking.BookAsync(db, [.. page.Select(row => row.ToEvent())], cancellationToken);
            after = (page[^1].Source, page[^1].Sequence);
        }
    }
}
