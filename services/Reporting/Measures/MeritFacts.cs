using AnSinh.Contracts.Events.Merit.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Events;

namespace AnSinh.Reporting.Measures;

/// <summary>What the meritorious persons service's own events mean to the ledger.</summary>
static class MeritFacts
{
    static readonly int Reburial = MeasureKey.Of(MeritMeasures.Reburial.Code);
    static readonly int HouseholdAssessed = MeasureKey.Of(MeritMeasures.HouseholdAssessed.Code);

    public static IReadOnlyList<BookingRule> Rules { get; } =
    [
        BookingRule.For<RemainsReburied>((told, envelope) => Booking.Of(
            BookingEntry.Of(Reburial, envelope, DimensionSet.Of(("found_in", told.FoundIn), ("identification", told.Identification))))),
        BookingRule.For<ReburialVoided>((told, _) => Booking.Back(told.Replaces)),
        BookingRule.For<LivingStandardsApproved>((told, envelope) => Booking.Of(
            Assessed("at_or_above", told.AtOrAboveAverage, envelope), Assessed("below", told.Households - told.AtOrAboveAverage, envelope))),
    ];

    static BookingEntry Assessed(string standing, long households, EventEnvelope envelope) =>
        BookingEntry.Of(HouseholdAssessed, envelope, DimensionSet.Of(("standing", standing))) with { Quantity = households };
}
