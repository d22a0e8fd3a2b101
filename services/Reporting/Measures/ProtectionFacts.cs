using AnSinh.Contracts.Events.Protection.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Events;

namespace AnSinh.Reporting.Measures;

/// <summary>What the social protection service's own events mean to the ledger.</summary>
static class ProtectionFacts
{
    static readonly int Household = MeasureKey.Of(ProtectionMeasures.Household.Code);
    static readonly int PoorMember = MeasureKey.Of(ProtectionMeasures.PoorMember.Code);
    static readonly int Eligible = MeasureKey.Of(ProtectionMeasures.Eligible.Code);

    public static IReadOnlyList<BookingRule> Rules { get; } =
    [
        BookingRule.For<PovertyListApproved>(Of),
        BookingRule.For<EligibilityFound>((told, envelope) => Of(told.PersonKey, told.Category, envelope, 1)),
        BookingRule.For<EligibilityLost>((told, envelope) => Of(told.PersonKey, told.Category, envelope, -1)),
    ];

    static Booking Of(PovertyListApproved told, EventEnvelope envelope)
    {
        var entries = new List<BookingEntry>();
        entries.AddRange(told.Before.Select(before => Households(before, envelope) with { Sign = -1 }));
        entries.AddRange(told.Now.Select(now => Households(now, envelope)));
        var member = BookingEntry.Of(PoorMember, envelope);
        return (PersonKey.AddEach(entries, member, told.JoinedPoor) ?? PersonKey.AddEach(entries, member with { Sign = -1 }, told.LeftPoor)) is { } malformed
            ? PersonKey.Malformed(malformed)
            : new Booking { Entries = entries };
    }

    static BookingEntry Households(HouseholdClass of, EventEnvelope envelope) =>
        BookingEntry.Of(Household, envelope, DimensionSet.Of(("class", of.Class))) with { Quantity = of.Households };

    static Booking Of(string personKey, string category, EventEnvelope envelope, int sign) => Booking.OfPerson(personKey, person =>
        [BookingEntry.Of(Eligible, envelope, DimensionSet.Of(("category", category))) with { Person = person, Sign = sign }]);
}
