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

    public static IReadOnlyList<BookingRule> Rules { get; } =
    [
        BookingRule.For<PlacementRecorded>((told, _) => Of(told.Placement, null)),
        BookingRule.For<PlacementCorrected>((told, _) => Of(told.Placement, told.Replaces)),
        BookingRule.For<PlacementVoided>((told, _) => new Booking { Replaces = told.Replaces }),
        BookingRule.For<OverseasWorkerReturned>(Of),
        BookingRule.For<PersonIdentified>((told, _) => Of(told)),
    ];

    static Booking Of(PlacementContent placement, Guid? replaces)
    {
        if (PersonKey.Read(placement.PersonKey) is not { } person)
        {
            return PersonKey.Malformed(placement.PersonKey);
        }

        if (placement.LoanAmountVnd < 0)
        {
            return Booking.Failed("amount.negative", $"The loan amount is {placement.LoanAmountVnd}.");
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

    static Booking Of(OverseasWorkerReturned told, EventEnvelope envelope) => PersonKey.Read(told.PersonKey) is not { } person
        ? PersonKey.Malformed(told.PersonKey)
        : new Booking
        {
            Entries =
            [
                new()
                {
                    Measure = OverseasReturn,
                    Day = told.ReturnDate,
                    AreaCode = envelope.AreaCode,
                    Dims = DimensionSet.Of(("market", told.Market)),
                    Person = person,
                },
            ],
        };

    static Booking Of(PersonIdentified told)
    {
        if (PersonKey.Read(told.FormerKey) is not { } former)
        {
            return PersonKey.Malformed(told.FormerKey);
        }

        return PersonKey.Read(told.PersonKey) is { } person
            ? new Booking { Alias = new PersonAliasRow { Former = former, Canonical = person } }
            : PersonKey.Malformed(told.PersonKey);
    }

    // Reports break down by the major group of VSCO 2020 (one digit); finer groups would make nearly every fact a cell of its own.
    static string? MajorGroup(string? occupation) => string.IsNullOrEmpty(occupation) ? null : occupation[..1];
}
