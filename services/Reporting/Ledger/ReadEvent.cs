using AnSinh.Reporting.Measures;

namespace AnSinh.Reporting.Ledger;

/// <summary>An event and what it means to the ledger.</summary>
/// <param name="Told">The event.</param>
/// <param name="Booking">What it means; null where it means nothing.</param>
readonly record struct ReadEvent(SourcedEvent Told, Booking? Booking)
{
    /// <summary>Reads an event by the rules.</summary>
    public static ReadEvent Of(SourcedEvent told) => new(told, BookingRules.Read(told));
}
