using AnSinh.ServiceKit.Persistence;

namespace AnSinh.ServiceKit.Events;

/// <summary>One event on its way: what the bus carries and what consumers book. Maps one to one to CloudEvents 1.0.</summary>
public sealed record EventEnvelope
{
    /// <summary>Event id.</summary>
    public required Guid EventId { get; init; }

    /// <summary>Place in the source's log.</summary>
    public required long Sequence { get; init; }

    /// <summary>Published name of the record.</summary>
    public required string Type { get; init; }

    /// <summary>Record that it is about.</summary>
    public required Guid Subject { get; init; }

    /// <summary>Day of effect.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>When it was saved, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Area code as it was on the day of effect; empty where there is none.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Minor version of the record's schema.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Account that caused it.</summary>
    public required string Actor { get; init; }

    /// <summary>W3C trace parent; empty when there was none.</summary>
    public required string TraceParent { get; init; }

    /// <summary>The record as JSON.</summary>
    public required string Data { get; init; }

    /// <summary>The envelope of a row of the log.</summary>
    public static EventEnvelope Of(EventLogRow row) => new()
    {
        EventId = row.EventId,
        Sequence = row.Sequence,
        Type = row.Type,
        Subject = row.Subject,
        OccurredOn = row.OccurredOn,
        RecordedAt = row.RecordedAt,
        AreaCode = row.AreaCode,
        SchemaVersion = row.SchemaVersion,
        Actor = row.Actor,
        TraceParent = row.TraceParent,
        Data = row.Data,
    };
}
