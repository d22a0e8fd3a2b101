using AnSinh.Contracts.Events.Training.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Events;

namespace AnSinh.Reporting.Measures;

/// <summary>What the vocational training service's events mean to the ledger.</summary>
static class TrainingFacts
{
    static readonly int Enrolment = MeasureKey.Of(TrainingMeasures.Enrolment.Code);
    static readonly int Learner = MeasureKey.Of(TrainingMeasures.Learner.Code);
    static readonly int Completion = MeasureKey.Of(TrainingMeasures.Completion.Code);
    static readonly int DropOut = MeasureKey.Of(TrainingMeasures.DropOut.Code);
    static readonly int Certificate = MeasureKey.Of(TrainingMeasures.Certificate.Code);
    static readonly int Institution = MeasureKey.Of(TrainingMeasures.Institution.Code);

    public static IReadOnlyList<BookingRule> Rules { get; } =
    [
        BookingRule.For<TraineeEnrolled>((told, envelope) => Of(told.Enrolment, envelope)),
        BookingRule.For<EnrolmentVoided>((told, _) => Booking.Back(told.Replaces)),
        BookingRule.For<TraineeCompleted>((told, envelope) => Left(Completion, told.PersonKey, told.Level, told.Sex, envelope)),
        BookingRule.For<TraineeDroppedOut>((told, envelope) => Left(DropOut, told.PersonKey, told.Level, told.Sex, envelope)),
        BookingRule.For<CertificateIssued>((told, envelope) => told.Replacement ? new Booking() : Booking.Of(Issued(told.Level, envelope))),
        BookingRule.For<CertificateRevoked>((told, envelope) => Booking.Of(Issued(told.Level, envelope) with { Sign = -1 })),
        BookingRule.For<InstitutionOpened>((told, envelope) => Booking.Of(Of(told.Kind, told.Ownership, envelope))),
        BookingRule.For<InstitutionClosed>((told, envelope) => Booking.Of(Of(told.Kind, told.Ownership, envelope) with { Sign = -1 })),
    ];

    static Booking Of(EnrolmentContent enrolment, EventEnvelope envelope) => Booking.OfPerson(enrolment.PersonKey, person =>
    {
        var dims = DimensionSet.Of(("level", enrolment.Level), ("rural_subsidy", enrolment.RuralSubsidy ? "yes" : "no"), ("sex", enrolment.Sex));
        var entry = BookingEntry.Of(Enrolment, envelope, dims) with { Day = enrolment.EnrolledOn, AreaCode = enrolment.AreaCode, Person = person };
        return [entry, entry with { Measure = Learner, Dims = LearnerDims(enrolment.Level, enrolment.Sex) }];
    });

    static Booking Left(int measure, string personKey, string level, string? sex, EventEnvelope envelope) => Booking.OfPerson(personKey, person =>
    {
        var entry = BookingEntry.Of(measure, envelope, LearnerDims(level, sex)) with { Person = person };
        return [entry, entry with { Measure = Learner, Sign = -1 }];
    });

    static DimensionSet LearnerDims(string level, string? sex) => DimensionSet.Of(("level", level), ("sex", sex));

    static BookingEntry Issued(string level, EventEnvelope envelope) => BookingEntry.Of(Certificate, envelope, DimensionSet.Of(("level", level)));

    static BookingEntry Of(string kind, string ownership, EventEnvelope envelope) =>
        BookingEntry.Of(Institution, envelope, DimensionSet.Of(("kind", kind), ("ownership", ownership)));
}
