namespace AnSinh.ServiceKit.Persistence;

/// <summary>An event that was saved with its state and waits for its sequence number.</summary>
public sealed class OutboxRow : EventRow;

/// <summary>An event with its place in the log; append-only.</summary>
public sealed class EventLogRow : EventRow
{
    /// <summary>Place in the log, consecutive from 1, given by the relay.</summary>
    public long Sequence { get; set; }
}

/// <summary>What an event row holds, before and after it has its sequence number.</summary>
public abstract class EventRow
{
    /// <summary>
    /// Most characters of <see cref="Data"/>. Bounded, because the SQL Server client misreads large unbounded columns. A record of one fact has
    /// up to about 900 characters; one that folds many facts and would be longer is told as several events.
    /// </summary>
    public const int LongestData = 4_000;

    /// <summary>Event id; time-ordered.</summary>
    public Guid EventId { get; set; }

    /// <summary>Published name of the record.</summary>
    public required string Type { get; set; }

    /// <summary>Record that it is about.</summary>
    public Guid Subject { get; set; }

    /// <summary>Day of effect.</summary>
    public DateOnly OccurredOn { get; set; }

    /// <summary>When it was saved, UTC.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Area code; empty where the record belongs to no area.</summary>
    public required string AreaCode { get; set; }

    /// <summary>Minor version of the record's schema.</summary>
    public int SchemaVersion { get; set; }

    /// <summary>Account that caused it.</summary>
    public required string Actor { get; set; }

    /// <summary>W3C trace parent; empty when there was none.</summary>
    public required string TraceParent { get; set; }

    /// <summary>The record as JSON.</summary>
    public required string Data { get; set; }
}

/// <summary>Where the relay of a service stands; a single row.</summary>
public sealed class RelayStateRow
{
    /// <summary>Always 1.</summary>
    public int Id { get; set; }

    /// <summary>Last sequence number given.</summary>
    public long LastSequence { get; set; }

    /// <summary>Last sequence number published on the bus.</summary>
    public long PublishedSequence { get; set; }

    /// <summary>Who holds the lease; empty when nobody does.</summary>
    public required string LeaseHolder { get; set; }

    /// <summary>Until when, by the database's clock, UTC.</summary>
    public DateTimeOffset LeaseUntil { get; set; }
}

/// <summary>A run of events that the bus refused for a reason of its own; the feed serves them all the same.</summary>
public sealed class ParkedRunRow
{
    /// <summary>First sequence number of the run.</summary>
    public long FirstSequence { get; set; }

    /// <summary>Last sequence number of the run.</summary>
    public long LastSequence { get; set; }

    /// <summary>What the bus said.</summary>
    public required string Error { get; set; }

    /// <summary>When it was given up, UTC.</summary>
    public DateTimeOffset ParkedAt { get; set; }
}

/// <summary>The answer that a command got, so that the same request id gets it again.</summary>
public sealed class IdempotencyRow
{
    /// <summary>SHA-256 of caller, method and request id.</summary>
    public required byte[] Key { get; set; }

    /// <summary>SHA-256 of the request.</summary>
    public required byte[] RequestHash { get; set; }

    /// <summary>The answer as protobuf; null for a refusal.</summary>
    public byte[]? Response { get; set; }

    /// <summary>The refusal as google.rpc.Status; null for an answer.</summary>
    public byte[]? RefusalStatus { get; set; }

    /// <summary>When it was answered, UTC; kept 7 days.</summary>
    public DateTimeOffset AnsweredAt { get; set; }
}

/// <summary>Who did what, when.</summary>
public sealed class AuditRow
{
    /// <summary>Time-ordered key.</summary>
    public Guid Id { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Account.</summary>
    public required string Actor { get; set; }

    /// <summary>Full name of the rpc.</summary>
    public required string Method { get; set; }

    /// <summary>Resource concerned, or a description of the bulk; no personal data.</summary>
    public required string Target { get; set; }

    /// <summary><c>ok</c>, or the code of the refusal.</summary>
    public required string Outcome { get; set; }

    /// <summary>Address of the caller.</summary>
    public required string Peer { get; set; }

    /// <summary>W3C trace parent; empty when there was none.</summary>
    public required string TraceParent { get; set; }
}

/// <summary>How far a consumer has booked a source's log.</summary>
public sealed class FeedPositionRow
{
    /// <summary>Name of the consumer.</summary>
    public required string Consumer { get; set; }

    /// <summary>Source service.</summary>
    public required string Source { get; set; }

    /// <summary>Last sequence number booked; without gaps.</summary>
    public long Sequence { get; set; }

    /// <summary>When the last booked event was saved at its source, UTC.</summary>
    public DateTimeOffset BookedThrough { get; set; }
}
