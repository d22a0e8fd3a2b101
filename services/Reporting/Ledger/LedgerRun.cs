using AnSinh.Reporting.Measures;
using AnSinh.ServiceKit.Events;

namespace AnSinh.Reporting.Ledger;

/// <summary>Turns the bookings of a run into rows, in memory: a later event of the run may replace an earlier one.</summary>
/// <param name="known">What the ledger holds of the events that the run replaces.</param>
/// <param name="replaced">The events that the run replaces.</param>
/// <param name="check">Says why an entry cannot be booked, or null.</param>
sealed class LedgerRun(KnownFacts known, IReadOnlySet<Guid> replaced, Func<BookingEntry, UnbookableEvent?> check)
{
    // Facts of this run that another event of it replaces.
    readonly Dictionary<Guid, List<FactRow>> inRun = [];
    readonly HashSet<Guid> seen = [];

    public List<FactRow> Rows { get; } = [];

    public Dictionary<long, DimensionSet> Sets { get; } = [];

    /// <summary>Person keys joined, in order.</summary>
    public List<PersonJoinRow> Joins { get; } = [];

    /// <summary>Signed figures kept (second null) or withdrawn by an event, in order.</summary>
    public List<(EnteredFigureRow? Kept, Guid Withdrawn, EventEnvelope By)> Figures { get; } = [];

    public HashSet<Guid> Booked { get; } = [];

    public List<(SourcedEvent Event, UnbookableEvent Why)> Unbookable { get; } = [];

    /// <summary>Adds an event, or notes why it cannot be booked; a second copy within the run is passed over.</summary>
    public void Add(SourcedEvent told, Booking? booking)
    {
        var id = told.Event.EventId;
        if (!seen.Add(id))
        {
            return;
        }

        if (booking is null)
        {
            Booked.Add(id);
            return;
        }

        if ((booking.Fault ?? FaultOfEntries(booking) ?? FaultOfReplaced(booking, id)) is { } fault)
        {
            Unbookable.Add((told, fault));
            return;
        }

        Book(told, booking);
    }

    void Book(SourcedEvent told, Booking booking)
    {
        var id = told.Event.EventId;
        var ordinal = 0;
        if (booking.Replaces is { } earlier)
        {
            known.ReversedBy[earlier] = id;
            foreach (var fact in FactsOf(earlier)!)
            {
                Rows.Add(fact.Reversed(ordinal++, told.Source, told.Event));
            }
        }

        var first = Rows.Count;
        foreach (var entry in booking.Entries)
        {
            Sets[entry.Dims.Key] = entry.Dims;
            Rows.Add(ToRow(told, entry, ordinal++));
        }

        if (replaced.Contains(id))
        {
            inRun[id] = Rows[first..];
        }

        Booked.Add(id);
        if (booking.Alias is { } alias)
        {
            Joins.Add(new PersonJoinRow { EventId = id, Former = alias.Former, Canonical = alias.Canonical, RecordedAt = told.Event.RecordedAt });
        }

        if (booking.Figure is not null || booking.Withdraws is not null)
        {
            Figures.Add((booking.Figure, booking.Withdraws ?? default, told.Event));
        }
    }

    UnbookableEvent? FaultOfEntries(Booking booking)
    {
        foreach (var entry in booking.Entries)
        {
            if (check(entry) is { } why)
            {
                return why;
            }
        }

        return null;
    }

    UnbookableEvent? FaultOfReplaced(Booking booking, Guid id)
    {
        if (booking.Withdraws is { } figure && !known.Figures.Contains(figure) && !Figures.Any(kept => kept.Kept?.EventId == figure))
        {
            return new UnbookableEvent("event.replaced_unknown", $"The figure of the event {figure} that it withdraws has not been booked.", figure);
        }

        if (booking.Replaces is not { } earlier)
        {
            return null;
        }

        if (FactsOf(earlier) is null)
        {
            return new UnbookableEvent("event.replaced_unknown", $"The event {earlier} that it replaces has not been booked.", earlier);
        }

        return known.ReversedBy.TryGetValue(earlier, out var by) && by != id
            ? new UnbookableEvent("event.replaced_twice", $"The event {earlier} was already replaced by {by}.")
            : null;
    }

    List<FactRow>? FactsOf(Guid eventId) =>
        inRun.TryGetValue(eventId, out var facts) || known.Booked.TryGetValue(eventId, out facts) ? facts is { Count: > 0 } ? facts : null : null;

    static FactRow ToRow(SourcedEvent told, BookingEntry entry, int ordinal) => new()
    {
        EventId = told.Event.EventId,
        Ordinal = ordinal,
        Measure = entry.Measure,
        Day = entry.Day,
        AreaCode = entry.AreaCode,
        Dims = entry.Dims.Key,
        Person = entry.Person,
        Quantity = entry.Quantity,
        AmountVnd = entry.AmountVnd,
        Sign = entry.Sign,
        RecordedAt = told.Event.RecordedAt,
        Source = told.Source,
        Sequence = told.Event.Sequence,
        Subject = told.Event.Subject,
    };
}
