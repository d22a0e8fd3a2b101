using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Measures;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;

namespace AnSinh.Reporting.Indicators;

/// <summary>What a figure is made of, as messages.</summary>
static class ContributionMessages
{
    public static Contribution Of(FactRow fact, DimensionSet dimensions, int part) => new()
    {
        EventId = fact.EventId.ToString(),
        Source = fact.Source,
        Sequence = fact.Sequence,
        Subject = fact.Subject.ToString(),
        Measure = BookingRules.MeasureCodes[fact.Measure],
        OccurredOn = WireDate.Of(fact.Day),
        RecordedAt = Timestamp.FromDateTimeOffset(fact.RecordedAt),
        AreaCode = fact.AreaCode,
        Dimensions = { dimensions.Values.ToDictionary() },
        Sign = fact.Sign,
        Quantity = fact.Quantity,
        AmountVnd = fact.AmountVnd,
        ReversesEventId = fact.ReversesEventId?.ToString() ?? "",
        Part = part,
    };

    public static Contribution Of(EnteredFigureRow figure, int part) => new()
    {
        EventId = figure.EventId.ToString(),
        Source = figure.Source,
        Sequence = figure.Sequence,
        Measure = figure.Indicator,
        OccurredOn = WireDate.Of(figure.Day),
        RecordedAt = Timestamp.FromDateTimeOffset(figure.RecordedAt),
        AreaCode = figure.AreaCode,
        Sign = 1,
        Part = part,
        Value = figure.Value,
    };
}
