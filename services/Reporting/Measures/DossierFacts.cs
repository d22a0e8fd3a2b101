using AnSinh.Contracts.Events.Dossiers.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Events;

namespace AnSinh.Reporting.Measures;

/// <summary>What the events of dossiers mean to the ledger, whichever service keeps them.</summary>
static class DossierFacts
{
    static readonly int Held = MeasureKey.Of(DossierMeasures.Held.Code);
    static readonly int Digitised = MeasureKey.Of(DossierMeasures.Digitised.Code);
    static readonly int Step = MeasureKey.Of(DossierMeasures.Step.Code);

    public static IReadOnlyList<BookingRule> Rules { get; } =
    [
        BookingRule.For<DossierRegistered>(Of),
        BookingRule.For<DossierAdvanced>((told, envelope) => told.FirstTime
            ? Booking.Of(BookingEntry.Of(Step, envelope, StepDims(told.Category, told.Register, told.To)))
            : new Booking()),
        BookingRule.For<DossierDigitised>((told, envelope) => Booking.Of(BookingEntry.Of(Digitised, envelope, Dims(told.Category, told.Register)))),
        BookingRule.For<DossierReleased>(Of),
    ];

    static Booking Of(DossierRegistered told, EventEnvelope envelope)
    {
        var held = BookingEntry.Of(Held, envelope, Dims(told.Category, told.Register));
        var entries = new List<BookingEntry>(3) { held };
        if (told.AppraisedOn is { } appraised)
        {
            entries.Add(held with { Measure = Step, Dims = StepDims(told.Category, told.Register, "appraised"), Day = appraised, AreaOn = envelope.OccurredOn });
        }

        if (told.DigitisedOn is { } digitised)
        {
            entries.Add(held with { Measure = Digitised, Day = digitised, AreaOn = envelope.OccurredOn });
        }

        return new Booking { Entries = entries };
    }

    static Booking Of(DossierReleased told, EventEnvelope envelope)
    {
        var held = BookingEntry.Of(Held, envelope, Dims(told.Category, told.Register)) with { Sign = -1 };
        return told.Digitised ? Booking.Of(held, held with { Measure = Digitised }) : Booking.Of(held);
    }

    static DimensionSet Dims(string category, string register) => DimensionSet.Of(("category", category), ("register", register));

    static DimensionSet StepDims(string category, string register, string state) =>
        DimensionSet.Of(("category", category), ("register", register), ("state", state));
}
