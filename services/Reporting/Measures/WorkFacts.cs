using System.Globalization;
using AnSinh.Contracts.Events.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Ledger;

namespace AnSinh.Reporting.Measures;

/// <summary>What reporting's own events of the work programme mean to the ledger.</summary>
static class WorkFacts
{
    static readonly int Document = MeasureKey.Of(WorkMeasures.Document.Code);
    static readonly int Assigned = MeasureKey.Of(WorkMeasures.TaskAssigned.Code);
    static readonly int Completed = MeasureKey.Of(WorkMeasures.TaskCompleted.Code);
    static readonly int Petition = MeasureKey.Of(WorkMeasures.Petition.Code);
    static readonly int Procedure = MeasureKey.Of(WorkMeasures.Procedure.Code);

    public static IReadOnlyList<BookingRule> Rules { get; } =
    [
        BookingRule.For<DocumentIssued>((told, envelope) => Booking.Of(BookingEntry.Of(
            Document, envelope, DimensionSet.Of(("executes_directive", told.ExecutesDirective ? "yes" : "no"), ("level", told.Level), ("type", told.Type))))),
        BookingRule.For<TaskAssigned>((told, envelope) => Booking.Of(BookingEntry.Of(Assigned, envelope, DimensionSet.Of(("year", Text(told.Year)))) with
        {
            Day = InYear(envelope.OccurredOn, told.Year),
        })),
        BookingRule.For<TaskCompleted>((told, envelope) => Booking.Of(
            BookingEntry.Of(Completed, envelope, DimensionSet.Of(("on_time", told.OnTime ? "yes" : "no"), ("year", Text(told.Year)))))),
        BookingRule.For<PetitionReceived>((told, envelope) => Booking.Of(
            BookingEntry.Of(Petition, envelope, DimensionSet.Of(("kind", told.Kind), ("state", "received"))))),
        BookingRule.For<PetitionSettled>((told, envelope) => Booking.Of(
            BookingEntry.Of(Petition, envelope, DimensionSet.Of(("kind", told.Kind), ("state", "settled"))))),
        BookingRule.For<WorkRecordVoided>((told, _) => Booking.Back(told.Replaces)),
        BookingRule.For<ProcedurePublished>((told, envelope) => Booking.Of(BookingEntry.Of(Procedure, envelope, DimensionSet.Of(("field", told.Field))))),
        BookingRule.For<ProcedureWithdrawn>((told, envelope) => Booking.Of(
            BookingEntry.Of(Procedure, envelope, DimensionSet.Of(("field", told.Field))) with { Sign = -1 })),
    ];

    // A task may be assigned before its year begins; "assigned for the year" counts it in that year all the same.
    static DateOnly InYear(DateOnly day, int year) => day.Year < year ? new DateOnly(year, 1, 1) : day.Year > year ? new DateOnly(year, 12, 31) : day;

    static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
