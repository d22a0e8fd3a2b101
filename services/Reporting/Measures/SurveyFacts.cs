using AnSinh.Contracts.Events.Surveys.V1;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Measures;

/// <summary>What the events of signed survey figures mean to the ledger: they are kept as they are, beside the facts.</summary>
static class SurveyFacts
{
    public static IReadOnlyList<BookingRule> Rules { get; } =
    [
        BookingRule.ForSourced<SurveyedFigureSigned>(Of),
        BookingRule.For<SurveyedFigureWithdrawn>((told, _) => new Booking { Withdraws = told.Replaces }),
    ];

    static Booking Of(SurveyedFigureSigned told, SourcedEvent sourced) =>
        told.Value.Length <= EnteredFigureRow.LongestValue && told.Indicator.Length <= EnteredFigureRow.LongestIndicator && Rational.TryParse(told.Value, out _)
            ? new Booking
            {
                Figure = new EnteredFigureRow
                {
                    EventId = sourced.Event.EventId,
                    Indicator = told.Indicator,
                    AreaCode = sourced.Event.AreaCode,
                    Day = sourced.Event.OccurredOn,
                    Value = told.Value,
                    Origin = told.Source.Length <= 200 ? told.Source : told.Source[..200],
                    Source = sourced.Source,
                    Sequence = sourced.Event.Sequence,
                    RecordedAt = sourced.Event.RecordedAt,
                },
            }
            : Booking.Failed("figure.malformed", $"\"{told.Value}\" is no plain decimal of at most {EnteredFigureRow.LongestValue} characters for {told.Indicator}.");
}
