using AnSinh.Contracts.Events.Child.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Events;

namespace AnSinh.Reporting.Measures;

/// <summary>What the child protection service's events mean to the ledger.</summary>
static class ChildFacts
{
    static readonly int Circumstance = MeasureKey.Of(ChildMeasures.Circumstance.Code);
    static readonly int Support = MeasureKey.Of(ChildMeasures.Support.Code);
    static readonly int Incident = MeasureKey.Of(ChildMeasures.Incident.Code);
    static readonly int AbuseCase = MeasureKey.Of(ChildMeasures.AbuseCase.Code);
    static readonly int Referral = MeasureKey.Of(ChildMeasures.Referral.Code);
    static readonly int Closed = MeasureKey.Of(ChildMeasures.CaseClosed.Code);

    public static IReadOnlyList<BookingRule> Rules { get; } =
    [
        BookingRule.For<CircumstanceBegan>((told, envelope) => OfCircumstance(told.PersonKey, told.Circumstance, told.Sex, told.OutOfAgeOn, envelope, 1)),
        BookingRule.For<CircumstanceEnded>((told, envelope) => OfCircumstance(told.PersonKey, told.Circumstance, told.Sex, told.OutOfAgeOn, envelope, -1)),
        BookingRule.For<SupportBegan>((told, envelope) => OfSupport(told.PersonKey, told.Support, envelope, 1)),
        BookingRule.For<SupportEnded>((told, envelope) => OfSupport(told.PersonKey, told.Support, envelope, -1)),
        BookingRule.For<IncidentRecorded>((told, envelope) => Booking.Of(
            BookingEntry.Of(Incident, envelope, DimensionSet.Of(("fatal", told.Fatal ? "yes" : "no"), ("kind", told.Kind), ("place", told.Place))))),
        BookingRule.For<IncidentVoided>((told, _) => Booking.Back(told.Replaces)),
        BookingRule.For<AbuseCaseOpened>((told, envelope) => Booking.Of(BookingEntry.Of(AbuseCase, envelope, DimensionSet.Of(("abuse_type", told.AbuseType))))),
        BookingRule.For<CaseReferred>((told, envelope) => told.FirstTime
            ? Booking.Of(BookingEntry.Of(Referral, envelope, DimensionSet.Of(("abuse_type", told.AbuseType), ("to", told.To))))
            : new Booking()),
        BookingRule.For<CaseClosed>((told, envelope) => Booking.Of(
            BookingEntry.Of(Closed, envelope, DimensionSet.Of(("plan_met", told.PlanMet ? "yes" : "no"))))),
        BookingRule.For<CaseReopened>((told, _) => Booking.Back(told.Replaces)),
    ];

    // Children Law 102/2016, Article 1: who turns 16 is no child any more. That day is known when the circumstance begins and is booked with
    // it; an end before it takes that back, an end after it changes nothing.
    static Booking OfCircumstance(string personKey, string circumstance, string? sex, DateOnly? outOfAgeOn, EventEnvelope envelope, int sign) =>
        Booking.OfPerson(personKey, person =>
        {
            var entry = BookingEntry.Of(Circumstance, envelope, DimensionSet.Of(("circumstance", circumstance), ("sex", sex))) with { Person = person, Sign = sign };
            return outOfAgeOn is not { } day ? [entry]
                : envelope.OccurredOn >= day ? []
                : [entry, entry with { Day = day, AreaOn = envelope.OccurredOn, Sign = -sign }];
        });

    static Booking OfSupport(string personKey, string support, EventEnvelope envelope, int sign) => Booking.OfPerson(personKey, person =>
        [BookingEntry.Of(Support, envelope, DimensionSet.Of(("support", support))) with { Person = person, Sign = sign }]);
}
