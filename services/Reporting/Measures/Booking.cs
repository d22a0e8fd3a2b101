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

    /// <summary>Why the event says nothing that can be booked, if so; everything else is then empty.</summary>
    public UnbookableEvent? Fault { get; init; }

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
}

/// <summary>How the events of one type are booked.</summary>
/// <param name="RecordType">Event record of the contracts.</param>
/// <param name="Read">Says what an event of that record means.</param>
public sealed record BookingRule(Type RecordType, Func<object, EventEnvelope, Booking> Read)
{
    /// <summary>A rule for a record type.</summary>
    /// <param name="read">Says what an event of that record means.</param>
    public static BookingRule For<TRecord>(Func<TRecord, EventEnvelope, Booking> read)
        where TRecord : class => new(typeof(TRecord), (record, told) => read((TRecord)record, told));
}
