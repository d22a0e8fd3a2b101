using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Measures;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;

namespace AnSinh.Reporting.Indicators;

/// <summary>Lists the facts behind a figure, by day and event.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="subject">Reads indicator, period, area.</param>
/// <param name="history">The units as known at a moment.</param>
/// <param name="contributions">Reads facts.</param>
/// <param name="time">Clock.</param>
public sealed class ListContributions(ReportingDb db, FigureSubject subject, AreaHistory history, Contributions contributions, TimeProvider time)
{
    const int DefaultSize = 100;

    /// <summary>Answers with a page.</summary>
    /// <exception cref="Refusal">As the contract says; also <c>indicator.not_single</c> for a figure that is no single aggregation.</exception>
    public async Task<ListContributionsResponse> RunAsync(ListContributionsRequest request, CancellationToken cancellationToken)
    {
        var indicator = subject.Indicator(request.Indicator, "indicator");
        var period = FigureSubject.Period(request.Period);
        var view = ViewMessages.Of(request.View, "view", time);
        var area = FigureSubject.Area(request.AreaCode, period, view.Outline, (await history.AsKnownAsync(db, view.AsOf, cancellationToken)).Areas);
        var aggregation = Narrowed(indicator, request);
        var size = PageSize.Of(request.PageSize, DefaultSize);
        var query = new ContributionQuery
        {
            Aggregation = aggregation,
            Area = area,
            View = view,
            From = aggregation.LooksBack ? DateOnly.MinValue : period.From,
            To = period.To,
            After = PageToken.Read(request, request.PageToken, 3) is { } position ? Position(position) : null,
            // One more than asked for says whether there is a next page.
            Limit = size + 1,
        };
        var (facts, sets) = await contributions.ListAsync(db, query, cancellationToken);
        var page = facts.Take(size).ToList();
        return new ListContributionsResponse
        {
            Contributions = { page.Select(fact => ToMessage(fact, sets[fact.Dims])) },
            NextPageToken = facts.Count > size ? PageToken.Make(request, Position(page[^1])) : "",
        };
    }

    static Aggregation Narrowed(IndicatorDefinition indicator, ListContributionsRequest request)
    {
        var formula = indicator.Formula;
        if (request.Dimension.Length > 0)
        {
            if (!indicator.Dimensions.Contains(request.Dimension))
            {
                throw Refusal.Invalid(
                    "dimension",
                    "dimension.unknown",
                    $"Chỉ tiêu {indicator.Code} không có chiều “{request.Dimension}”; cho phép: {string.Join(", ", indicator.Dimensions)}.");
            }

            formula = formula.Where([DimensionFilter.In(request.Dimension, request.Member)]);
        }

        return Single(formula.Root) ?? throw Refusal.Invalid(
            "indicator", "indicator.not_single", $"Chỉ tiêu {indicator.Code} được tính từ nhiều số liệu; hãy xem bản ghi của từng chỉ tiêu thành phần.");
    }

    static Aggregation? Single(BoundExpression expression) => expression switch
    {
        BoundAggregation { Aggregation: { Kind: not AggregationKind.Entered, Link: null } } only => only.Aggregation,
        BoundReference reference => Single(reference.Formula.Root),
        _ => null,
    };

    static string[] Position(FactRow fact) =>
    [
        StoredFormats.ToNumber(fact.Day).ToString(CultureInfo.InvariantCulture), fact.EventId.ToString(), fact.Ordinal.ToString(CultureInfo.InvariantCulture),
    ];

    static (int Day, Guid EventId, int Ordinal) Position(IReadOnlyList<string> parts) => (
        int.Parse(parts[0], CultureInfo.InvariantCulture), Guid.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));

    static Contribution ToMessage(FactRow fact, DimensionSet dimensions) => new()
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
    };
}
