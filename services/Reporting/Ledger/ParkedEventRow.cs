using AnSinh.ServiceKit.Events;

namespace AnSinh.Reporting.Ledger;

/// <summary>An event that could not be booked, whole, so that it can be booked when the cause is gone.</summary>
public sealed class ParkedEventRow
{
    /// <summary>Event.</summary>
    public Guid EventId { get; set; }

    /// <summary>Source service.</summary>
    public required string Source { get; set; }

    /// <summary>Place in the source's log.</summary>
    public long Sequence { get; set; }

    /// <summary>Published name of the record.</summary>
    public required string Type { get; set; }

    /// <summary>Record that it is about.</summary>
    public Guid Subject { get; set; }

    /// <summary>Day of effect.</summary>
    public DateOnly OccurredOn { get; set; }

    /// <summary>When it was saved at its source, UTC.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Area code; empty where there is none.</summary>
    public required string AreaCode { get; set; }

    /// <summary>Minor version of the record's schema.</summary>
    public int SchemaVersion { get; set; }

    /// <summary>Account that caused it.</summary>
    public required string Actor { get; set; }

    /// <summary>W3C trace parent; empty when there was none.</summary>
    public required string TraceParent { get; set; }

    /// <summary>The record as JSON.</summary>
    public required string Data { get; set; }

    /// <summary>Stable code of the reason.</summary>
    public required string Reason { get; set; }

    /// <summary>What was wrong.</summary>
    public required string Detail { get; set; }

    /// <summary>When it was parked first, UTC.</summary>
    public DateTimeOffset ParkedAt { get; set; }

    /// <summary>Event that must be booked before this one can be; it is then tried by itself.</summary>
    public Guid? WaitsFor { get; set; }

    /// <summary>The event as it came.</summary>
    internal SourcedEvent ToEvent() => new(Source, new EventEnvelope
    {
        EventId = EventId,
        Sequence = Sequence,
        Type = Type,
        Subject = Subject,
        OccurredOn = OccurredOn,
        RecordedAt = RecordedAt,
        AreaCode = AreaCode,
        SchemaVersion = SchemaVersion,
        Actor = Actor,
        TraceParent = TraceParent,
        Data = Data,
    });

    /// <summary>The row of an event.</summary>
    internal static ParkedEventRow Of(SourcedEvent told, UnbookableEvent why, DateTimeOffset now) => new()
    {
        EventId = told.Event.EventId,
        Source = told.Source,
        Sequence = told.Event.Sequence,
        Type = told.Event.Type,
        Subject = told.Event.Subject,
        OccurredOn = told.Event.OccurredOn,
        RecordedAt = told.Event.RecordedAt,
        AreaCode = told.Event.AreaCode,
        SchemaVersion = told.Event.SchemaVersion,
        Actor = told.Event.Actor,
        TraceParent = told.Event.TraceParent,
        Data = told.Event.Data,
        Reason = why.Reason,
        Detail = why.Detail,
        ParkedAt = now,
        WaitsFor = why.WaitsFor,
    };
}

/// <summary>An event with the source that told it.</summary>
/// <param name="Source">Source service.</param>
/// <param name="Event">The event.</param>
public sealed record SourcedEvent(string Source, EventEnvelope Event);

/// <summary>Why an event cannot be booked now.</summary>
/// <param name="Reason">Stable code, such as <c>area.unknown</c>.</param>
/// <param name="Detail">What was wrong.</param>
/// <param name="WaitsFor">Event that must be booked first, if that is the reason.</param>
public sealed record UnbookableEvent(string Reason, string Detail, Guid? WaitsFor = null);
