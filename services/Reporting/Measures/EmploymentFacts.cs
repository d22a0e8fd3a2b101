using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Events;

namespace AnSinh.Reporting.Measures;

/// <summary>What the employment service's events mean to the ledger.</summary>
static class EmploymentFacts
{
    static readonly int Placement = MeasureKey.Of(EmploymentMeasures.Placement.Code);
    static readonly int OverseasReturn = MeasureKey.Of(EmploymentMeasures.OverseasReturn.Code);
    static readonly int Counselling = MeasureKey.Of(EmploymentMeasures.Counselling.Code);
    static readonly int UnemploymentDecision = MeasureKey.Of(EmploymentMeasures.UnemploymentDecision.Code);

    public static IReadOnlyList<BookingRule> Rules { get; } =
    [
        BookingRule.For<PlacementRecorded>((told, _) => Of(told.Placement, null)),
        BookingRule.For<PlacementCorrected>((told, _) => Of(told.Placement, told.Replaces)),
        BookingRule.For<PlacementVoided>((told, _) => Booking.Back(told.Replaces)),
        BookingRule.For<OverseasWorkerReturned>(Of),
        BookingRule.For<CounsellingRecorded>(Of),
        BookingRule.For<CounsellingVoided>((told, _) => Booking.Back(told.Replaces)),
        BookingRule.For<UnemploymentClaimDecided>(Of),
        BookingRule.For<UnemploymentDecisionRevoked>((told, _) => Booking.Back(told.Replaces)),
    ];

    static Booking Of(PlacementContent placement, Guid? replaces)
    {
        if (PersonKey.Read(placement.PersonKey) is not { } person)
        {
            return PersonKey.Malformed(placement.PersonKey);
        }

        return new Booking
        {
            Replaces = replaces,
            Entries =
            [
                new()
                {
                    Measure = Placement,
                    Day = placement.StartDate,
                    AreaCode = placement.AreaCode,
                    Dims = DimensionSet.Of(
                        ("age_band", placement.AgeBand),
                        ("channel", placement.Channel),
                        ("market", placement.Market),
                        ("occupation", MajorGroup(placement.Occupation)),
                        ("sex", placement.Sex)),
                    Person = person,
                    AmountVnd = placement.LoanAmountVnd ?? 0,
                },
            ],
        };
    }

    static Booking Of(OverseasWorkerReturned told, EventEnvelope envelope) => Booking.OfPerson(told.PersonKey, person =>
        [BookingEntry.Of(OverseasReturn, envelope, DimensionSet.Of(("market", told.Market))) with { Day = told.ReturnDate, Person = person }]);

    static Booking Of(CounsellingRecorded told, EventEnvelope envelope) => Booking.OfPerson(told.PersonKey, person =>
        [BookingEntry.Of(Counselling, envelope, DimensionSet.Of(("kind", told.Kind), ("sex", told.Sex))) with { Person = person }]);

    static Booking Of(UnemploymentClaimDecided told, EventEnvelope envelope) => Booking.OfPerson(told.PersonKey, person =>
    [
        BookingEntry.Of(UnemploymentDecision, envelope, DimensionSet.Of(("decision", told.Granted ? "granted" : "refused"), ("sex", told.Sex))) with
        {
            Person = person,
            AmountVnd = told.MonthlyVnd,
        },
    ]);

    // Reports break down by the major group of VSCO 2020 (one digit); finer groups would make nearly every fact a cell of its own.
    static string? MajorGroup(string? occupation) => string.IsNullOrEmpty(occupation) ? null : occupation[..1];
}
