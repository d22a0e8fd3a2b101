using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Events;

namespace AnSinh.Reporting.Measures;

/// <summary>What one event means to the ledger.</summary>
public sealed record Booking
{
    /// <summary>An event whose facts are booked back first, for a correction or a void.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>What is booked, in a fixed order.</summary>
    public IReadOnlyList<BookingEntry> Entries { get; init; } = [];

    /// <summary>Two person keys that are one person from now on.</summary>
    public PersonAliasRow? Alias { get; init; }

    /// <summary>A figure that was keyed in and signed.</summary>
    public EnteredFigureRow? Figure { get; init; }

    /// <summary>The event of a signed figure that no longer holds.</summary>
    public Guid? Withdraws { get; init; }

    /// <summary>Why the event says nothing that can be booked, if so; everything else is then empty.</summary>
    public UnbookableEvent? Fault { get; init; }

    /// <summary>A booking of entries.</summary>
    public static Booking Of(params IReadOnlyList<BookingEntry> entries) => new() { Entries = entries };

    /// <summary>A booking that only takes back an earlier event's.</summary>
    /// <param name="replaces">That event.</param>
    public static Booking Back(Guid replaces) => new() { Replaces = replaces };

    /// <summary>A booking of entries of one person, if the key is one.</summary>
    /// <param name="personKey">The key as the event writes it.</param>
    /// <param name="entries">Makes the entries.</param>
    public static Booking OfPerson(string personKey, Func<Guid, IReadOnlyList<BookingEntry>> entries) =>
        PersonKey.Read(personKey) is { } person ? new() { Entries = entries(person) } : PersonKey.Malformed(personKey);

    /// <summary>A booking that failed.</summary>
    /// <param name="reason">Stable code.</param>
    /// <param name="detail">What was wrong.</param>
    public static Booking Failed(string reason, string detail) => new() { Fault = new UnbookableEvent(reason, detail) };
}

/// <summary>One fact to be booked.</summary>
public sealed record BookingEntry
{
    /// <summary>Key of the measure.</summary>
    public required int Measure { get; init; }

    /// <summary>Day of effect.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Area code on that day.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Dimension values.</summary>
    public required DimensionSet Dims { get; init; }

    /// <summary>Person key; null where none is concerned.</summary>
    public Guid? Person { get; init; }

    /// <summary>Quantity in the measure's unit, 0 or more.</summary>
    public long Quantity { get; init; } = 1;

    /// <summary>Amount in VND, 0 or more.</summary>
    public long AmountVnd { get; init; }

    /// <summary>+1 for what comes to a stock or a flow, −1 for what leaves it.</summary>
    public int Sign { get; init; } = 1;

    /// <summary>Day on which the area bore the code, where that is not <see cref="Day"/>: the unit is then followed through mergers.</summary>
    public DateOnly? AreaOn { get; init; }

    /// <summary>An entry on the envelope's day and area.</summary>
    /// <param name="measure">Key of the measure.</param>
    /// <param name="told">The event.</param>
    /// <param name="dims">Dimension values.</param>
    public static BookingEntry Of(int measure, EventEnvelope told, DimensionSet dims) =>
        new() { Measure = measure, Day = told.OccurredOn, AreaCode = told.AreaCode, Dims = dims };

    /// <summary>An entry of a measure without dimensions, on the envelope's day and area.</summary>
    /// <param name="measure">Key of the measure.</param>
    /// <param name="told">The event.</param>
    public static BookingEntry Of(int measure, EventEnvelope told) => Of(measure, told, DimensionSet.Of());
}

/// <summary>How the events of one type are booked.</summary>
/// <param name="RecordType">Event record of the contracts.</param>
/// <param name="Read">Says what an event of that record means.</param>
public sealed record BookingRule(Type RecordType, Func<object, SourcedEvent, Booking> Read)
{
    /// <summary>A rule for a record type.</summary>
    /// <param name="read">Says what an event of that record means.</param>
    public static BookingRule For<TRecord>(Func<TRecord, EventEnvelope, Booking> read)
        where TRecord : class => new(typeof(TRecord), (record, told) => read((TRecord)record, told.Event));

    /// <summary>A rule for a record type whose meaning depends on who tells it.</summary>
    /// <param name="read">Says what an event of that record means.</param>
    public static BookingRule ForSourced<TRecord>(Func<TRecord, SourcedEvent, Booking> read)
        where TRecord : class => new(typeof(TRecord), (record, told) => read((TRecord)record, told));
}
