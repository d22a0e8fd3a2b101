namespace AnSinh.Reporting.Ledger;

/// <summary>
/// One entry of the ledger; append-only. Event and ordinal are the key, which is also the guard against booking an event twice. What
/// a correction or a void takes back is an entry of its own with the other <see cref="Sign"/>.
/// </summary>
public sealed class FactRow
{
    /// <summary>Event that the fact comes from.</summary>
    public Guid EventId { get; set; }

    /// <summary>Place among the event's facts, from 0.</summary>
    public int Ordinal { get; set; }

    /// <summary>Key of the measure; see <see cref="Measures.MeasureKey"/>.</summary>
    public int Measure { get; set; }

    /// <summary>Day of effect.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Area code as it was on that day.</summary>
    public required string AreaCode { get; set; }

    /// <summary>Key of the dimension values; see <see cref="DimensionSet"/>.</summary>
    public long Dims { get; set; }

    /// <summary>Person key as the event had it, its 16 bytes as a UUID; null where no person is concerned.</summary>
    public Guid? Person { get; set; }

    /// <summary>Quantity in the measure's unit; never negative.</summary>
    public long Quantity { get; set; }

    /// <summary>Amount in VND; never negative.</summary>
    public long AmountVnd { get; set; }

    /// <summary>+1 for what comes to a figure, −1 for what leaves a stock; the other way round in what books such an entry back.</summary>
    public int Sign { get; set; }

    /// <summary>When the event was saved at its source, UTC: the ledger's system time.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Source service.</summary>
    public required string Source { get; set; }

    /// <summary>Place of the event in its source's log.</summary>
    public long Sequence { get; set; }

    /// <summary>Record that the event is about.</summary>
    public Guid Subject { get; set; }

    /// <summary>For an entry that takes another back: that one's event.</summary>
    public Guid? ReversesEventId { get; set; }

    /// <summary>The entry that takes this one back.</summary>
    /// <param name="ordinal">Its place among the facts of the event that takes back.</param>
    /// <param name="source">Source of that event.</param>
    /// <param name="by">That event.</param>
    internal FactRow Reversed(int ordinal, string source, ServiceKit.Events.EventEnvelope by) => new()
    {
        EventId = by.EventId,
        Ordinal = ordinal,
        Measure = Measure,
        Day = Day,
        AreaCode = AreaCode,
        Dims = Dims,
        Person = Person,
        Quantity = Quantity,
        AmountVnd = AmountVnd,
        Sign = -Sign,
        // The clocks of two instances may differ; nothing is taken back before it was known.
        RecordedAt = by.RecordedAt > RecordedAt ? by.RecordedAt : RecordedAt,
        Source = source,
        Sequence = by.Sequence,
        Subject = by.Subject,
        ReversesEventId = EventId,
    };
}
