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
    public Task BookAsync(ReportingDb db, IReadOnlyList<SourcedEvent> events, CancellationToken cancellationToken) =>
        BookAsync(db, Read(events), factsAlone: false, cancellationToken);

    /// <summary>The same for events that have been read; if told so, without cells and presences, which somebody makes of the facts later.</summary>
    internal async Task BookAsync(ReportingDb db, IReadOnlyList<ReadEvent> events, bool factsAlone, CancellationToken cancellationToken)
    {
        for (var batch = events; batch.Count > 0;)
        {
            var run = await BookOnceAsync(db, batch, factsAlone, cancellationToken);
            var anyParked = await parked.RecordAsync(db, run, cancellationToken);
            batch = anyParked ? Read(await parked.WaitingForAsync(db, run.Booked, cancellationToken)) : [];
        }
    }

    // Reading the records is a third of the work of a large batch, and the only part that several can do.
    static IReadOnlyList<ReadEvent> Read(IReadOnlyList<SourcedEvent> events) =>
        events.Count < ManyEvents ? [.. events.Select(ReadEvent.Of)] : [.. events.AsParallel().AsOrdered().Select(ReadEvent.Of)];

    async Task<LedgerRun> BookOnceAsync(ReportingDb db, IReadOnlyList<ReadEvent> events, bool factsAlone, CancellationToken cancellationToken)
    {
        var replaced = events.Select(read => read.Booking?.Replaces).OfType<Guid>().ToHashSet();
        var withdrawn = events.Select(read => read.Booking?.Withdraws).OfType<Guid>().ToHashSet();
        await LearnAreasAsync(db, events, cancellationToken);
        var run = new LedgerRun(await KnownFacts.FindAsync(db, replaced, withdrawn, cancellationToken), replaced, Check);
        foreach (var (told, booking) in events)
        {
            run.Add(told, Placed(booking));
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
            await WriteAsync(db, run, factsAlone, cancellationToken);
        }

        if (run.Rows.Count + run.Joins.Count + run.Figures.Count > 0)
        {
            await LedgerState.ChangedAsync(db, events.Select(read => read.Told.Source), cancellationToken);
        }

        return run;
    }

    async Task WriteAsync(ReportingDb db, LedgerRun run, bool factsAlone, CancellationToken cancellationToken)
    {
        // Insert first: the fact's key decides what is new, not a look that another writer may outrun.
        var isNew = await store.InsertAsync(db, run.Rows, cancellationToken);
        var deltas = new LedgerDeltas();
        foreach (var set in run.Sets.Values)
        {
            deltas.Add(set);
        }

        foreach (var fact in factsAlone ? [] : run.Rows.Where((_, index) => isNew[index]))
        {
            deltas.Add(fact);
        }

        await store.AddAsync(db, deltas, cancellationToken);
    }

    /// <summary>Another instance may have imported units that this one has not seen: look once before setting events aside.</summary>
    async Task LearnAreasAsync(ReportingDb db, IEnumerable<ReadEvent> events, CancellationToken cancellationToken)
    {
        if (events.Any(read => read.Booking?.Entries.Any(entry => areas.Find(entry.AreaCode, entry.AreaOn ?? entry.Day) is null) == true))
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
