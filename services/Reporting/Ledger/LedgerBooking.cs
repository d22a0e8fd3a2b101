using AnSinh.Reporting.Data;
using AnSinh.Reporting.Measures;
using AnSinh.ServiceKit.Areas;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Books events: facts that are not there yet, then their deltas in cells and presences, all in the caller's transaction. What cannot
/// be booked is parked with the reason and holds nobody up.
/// </summary>
/// <param name="store">The ledger's statements.</param>
/// <param name="parked">The events set aside.</param>
/// <param name="areas">All units.</param>
public sealed class LedgerBooking(ILedgerStore store, ParkedEvents parked, AreaDirectory areas)
{
    const int ManyEvents = 2_000;

    /// <summary>Books events in their order, and after them parked ones that waited for them.</summary>
    /// <param name="db">Database with an open transaction.</param>
    /// <param name="events">The events; copies of booked ones change nothing.</param>
    /// <param name="cancellationToken">Stops the work; the transaction is then rolled back.</param>
    public async Task BookAsync(ReportingDb db, IReadOnlyList<SourcedEvent> events, CancellationToken cancellationToken)
    {
        for (var batch = events; batch.Count > 0;)
        {
            var run = await BookOnceAsync(db, batch, cancellationToken);
            var anyParked = await parked.RecordAsync(db, run, cancellationToken);
            batch = anyParked ? await parked.WaitingForAsync(db, run.Booked, cancellationToken) : [];
        }
    }

    async Task<LedgerRun> BookOnceAsync(ReportingDb db, IReadOnlyList<SourcedEvent> events, CancellationToken cancellationToken)
    {
        // Reading the records is a third of the work of a large batch, and the only part that several can do.
        List<Booking?> bookings = events.Count < ManyEvents ? [.. events.Select(BookingRules.Read)] : [.. events.AsParallel().AsOrdered().Select(BookingRules.Read)];
        var replaced = bookings.Select(booking => booking?.Replaces).OfType<Guid>().Distinct().ToList();
        var withdrawn = bookings.Select(booking => booking?.Withdraws).OfType<Guid>().Distinct().ToList();
        await LearnAreasAsync(db, bookings, cancellationToken);
        var run = new LedgerRun(await KnownFacts.FindAsync(db, replaced, withdrawn, cancellationToken), Check);
        for (var i = 0; i < events.Count; i++)
        {
            run.Add(events[i], Placed(bookings[i]));
        }

        foreach (var join in run.Joins)
        {
            await PersonAliases.JoinAsync(db, join, cancellationToken);
        }

        foreach (var (kept, figure, by) in run.Figures)
        {
            await (kept is null ? EnteredFigures.WithdrawAsync(db, figure, by, cancellationToken) : EnteredFigures.KeepAsync(db, kept, cancellationToken));
        }

        if (run.Rows.Count > 0)
        {
            await WriteAsync(db, run, cancellationToken);
        }

        if (run.Rows.Count + run.Joins.Count + run.Figures.Count > 0)
        {
            await LedgerState.ChangedAsync(db, events.Select(told => told.Source), cancellationToken);
        }

        return run;
    }

    async Task WriteAsync(ReportingDb db, LedgerRun run, CancellationToken cancellationToken)
    {
        // Insert first: the fact's key decides what is new, not a look that another writer may outrun.
        var isNew = await store.InsertAsync(db, run.Rows, cancellationToken);
        var deltas = new LedgerDeltas();
        foreach (var set in run.Sets.Values)
        {
            deltas.Add(set);
        }

        foreach (var fact in run.Rows.Where((_, index) => isNew[index]))
        {
            deltas.Add(fact);
        }

        await store.AddAsync(db, deltas, cancellationToken);
    }

    /// <summary>Another instance may have imported units that this one has not seen: look once before setting events aside.</summary>
    async Task LearnAreasAsync(ReportingDb db, IEnumerable<Booking?> bookings, CancellationToken cancellationToken)
    {
        if (bookings.Any(booking => booking?.Entries.Any(entry => areas.Find(entry.AreaCode, entry.AreaOn ?? entry.Day) is null) == true))
        {
            await AreaReplicaStore.LoadAsync(db, areas, cancellationToken);
        }
    }

    /// <summary>Entries on another day than their area's stand where that unit lay on their own.</summary>
    Booking? Placed(Booking? booking) => booking?.Entries.Any(entry => entry.AreaOn is not null) == true
        ? booking with
        {
            Entries = [.. booking.Entries.Select(entry => entry.AreaOn is { } on && areas.Find(entry.AreaCode, entry.Day) is null
                ? entry with { AreaCode = CommuneOnDay.Of(areas, entry.AreaCode, on, entry.Day) }
                : entry)],
        }
        : booking;

    UnbookableEvent? Check(BookingEntry entry)
    {
        if (entry.AmountVnd < 0 || entry.Quantity < 0)
        {
            return new UnbookableEvent(entry.AmountVnd < 0 ? "amount.negative" : "quantity.negative", $"{entry.Quantity} for {entry.AmountVnd} VND: neither may be negative.");
        }

        if (areas.Find(entry.AreaCode, entry.Day) is null)
        {
            return areas.Known(entry.AreaCode)
                ? new UnbookableEvent("area.not_valid_on_date", FormattableString.Invariant($"No unit bore the code {entry.AreaCode} on {entry.Day:yyyy-MM-dd}."))
                : new UnbookableEvent("area.unknown", $"No unit ever bore the code \"{entry.AreaCode}\".");
        }

        return entry.Dims.Text.Length > DimensionSet.LongestText
            ? new UnbookableEvent("dimension.too_long", $"The dimension values are longer than {DimensionSet.LongestText} characters together.")
            : null;
    }
}
