using System.Globalization;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Measures;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Reports;

/// <summary>
/// From a published figure to its events: those that the figure's frozen questions find in the ledger and that had been booked when it was
/// frozen, in the units as they were known then; and the survey figures that were in it.
/// </summary>
/// <param name="db">The scope's database.</param>
/// <param name="contributions">Reads facts.</param>
sealed class ReportFigureEvents(ReportingDb db, Contributions contributions)
{
    const int DefaultSize = 100;

    /// <summary>A page of events, by day and event.</summary>
    /// <exception cref="Refusal">NOT_FOUND <c>report.figure_unknown</c>; INVALID_ARGUMENT <c>page_size.invalid</c>, <c>page_token.invalid</c>.</exception>
    public async Task<Wire.ListReportFigureEventsResponse> ListAsync(
        Wire.ListReportFigureEventsRequest request, Guid reportId, FrozenReport frozen, CancellationToken cancellationToken)
    {
        if (request.Index < 0 || request.Index >= frozen.Content.Figures.Count)
        {
            throw Refusal.NotFound("report.figure_unknown", $"Báo cáo có {frozen.Content.Figures.Count} số liệu, đánh số từ 0; không có số liệu {request.Index}.");
        }

        var size = PageSize.Of(request.PageSize, DefaultSize);
        var after = PageToken.Read(request, request.PageToken, 3) is { } token ? Position(token) : default((int, Guid, int)?);
        var questions = await db.Set<FrozenQuestion>().AsNoTracking().Where(row => row.ReportId == reportId && row.Figure == request.Index).ToListAsync(cancellationToken);
        var found = new List<(FactRow Fact, DimensionSet Dims)>();
        foreach (var question in questions.Where(question => question.AreaCode.Length > 0 && BookingRules.MeasureCodes.ContainsKey(question.Measure)))
        {
            found.AddRange(await BookedAsync(frozen, Query(question, frozen, after, size + 1), cancellationToken));
        }

        var rest = found.DistinctBy(one => (one.Fact.EventId, one.Fact.Ordinal)).OrderBy(one => (one.Fact.Day, one.Fact.EventId, one.Fact.Ordinal)).ToList();
        return new Wire.ListReportFigureEventsResponse
        {
            Contributions = { rest.Take(size).Select(one => ContributionMessages.Of(one.Fact, one.Dims, 0)) },
            Entered = { frozen.Entered.Where(entry => entry.Figure == request.Index).Select(Of) },
            NextPageToken = rest.Count > size ? PageToken.Make(request, Position(rest[size - 1].Fact)) : "",
        };
    }

    /// <summary>As many facts as the query has room for that had been booked by then, or all.</summary>
    async Task<List<(FactRow Fact, DimensionSet Dims)>> BookedAsync(FrozenReport frozen, ContributionQuery query, CancellationToken cancellationToken)
    {
        var found = new List<(FactRow Fact, DimensionSet Dims)>();
        while (true)
        {
            var (facts, sets) = await contributions.ListAsync(db, query, cancellationToken);
            found.AddRange(facts.Where(fact => frozen.HadBooked(fact.Source, fact.Sequence)).Select(fact => (fact, sets[fact.Dims])));
            if (facts.Count < query.Limit || found.Count >= query.Limit)
            {
                return found;
            }

            query = query with { After = (StoredFormats.ToNumber(facts[^1].Day), facts[^1].EventId, facts[^1].Ordinal) };
        }
    }

    static ContributionQuery Query(FrozenQuestion question, FrozenReport frozen, (int Day, Guid EventId, int Ordinal)? after, int limit) => new()
    {
        Aggregation = new Aggregation
        {
            Kind = AggregationKind.Count,
            Measures = [BookingRules.MeasureCodes[question.Measure]],
            Filters = FactsInFigures.FiltersOf(question.Filters),
        },
        Area = new AreaScope(question.AreaCode) { Below = question.Below.Length > 0 ? question.Below : null },
        View = new FigureView { AsOf = frozen.Content.AsOf },
        From = question.From,
        To = question.To,
        After = after,
        Limit = limit,
    };

    static Wire.SignedFigure Of(FrozenEntry entry) => new()
    {
        Indicator = entry.Indicator,
        AreaCode = entry.AreaCode,
        OccurredOn = WireDate.Of(entry.Day),
        Value = entry.Value,
        Origin = entry.Origin,
        EventId = entry.EventId.ToString(),
        Source = entry.Source,
        Sequence = entry.Sequence,
        RecordedAt = Timestamp.FromDateTimeOffset(entry.RecordedAt),
    };

    static string[] Position(FactRow fact) =>
        [StoredFormats.ToNumber(fact.Day).ToString(CultureInfo.InvariantCulture), fact.EventId.ToString(), fact.Ordinal.ToString(CultureInfo.InvariantCulture)];

    static (int Day, Guid EventId, int Ordinal) Position(IReadOnlyList<string> parts) => (
        int.Parse(parts[0], CultureInfo.InvariantCulture), Guid.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
}
