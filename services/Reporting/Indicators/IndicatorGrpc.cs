using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Indicators;

/// <summary>Serves figures over gRPC.</summary>
sealed class IndicatorGrpc(
    ReportingDb db, IndicatorCatalogue catalogue, QueryIndicators query, ListContributions contributions, Freshness freshness, ReplayParkedEvents replay)
    : IndicatorService.IndicatorServiceBase
{
    public override Task<ListIndicatorsResponse> ListIndicators(ListIndicatorsRequest request, ServerCallContext context)
    {
        var size = PageSize.Of(request.PageSize, 200);
        var after = PageToken.Read(request, request.PageToken, 1)?[0] ?? "";
        var rest = catalogue.Indicators
            .Where(indicator => request.Owner.Length == 0 || indicator.Owner == request.Owner)
            .OrderBy(indicator => indicator.Code, StringComparer.Ordinal)
            .Where(indicator => string.CompareOrdinal(indicator.Code, after) > 0).Take(size + 1).ToList();
        return Task.FromResult(new ListIndicatorsResponse
        {
            Indicators = { rest.Take(size).Select(ToMessage) },
            NextPageToken = rest.Count > size ? PageToken.Make(request, rest[size - 1].Code) : "",
        });
    }

    public override Task<QueryIndicatorsResponse> QueryIndicators(QueryIndicatorsRequest request, ServerCallContext context) =>
        query.RunAsync(request, context.CancellationToken);

    public override Task<ListContributionsResponse> ListContributions(ListContributionsRequest request, ServerCallContext context) =>
        contributions.RunAsync(request, context.CancellationToken);

    public override async Task<GetFreshnessResponse> GetFreshness(GetFreshnessRequest request, ServerCallContext context) =>
        new() { Sources = { await freshness.ListAsync(context.CancellationToken) } };

    public override async Task<ListParkedEventsResponse> ListParkedEvents(ListParkedEventsRequest request, ServerCallContext context)
    {
        var size = PageSize.Of(request.PageSize, 100);
        var rows = db.ParkedEvents.AsNoTracking().Where(row => request.Source == "" || row.Source == request.Source);
        if (PageToken.Read(request, request.PageToken, 2) is { } position)
        {
            var (source, sequence) = (position[0], long.Parse(position[1], System.Globalization.CultureInfo.InvariantCulture));
            rows = rows.Where(row => string.Compare(row.Source, source) > 0 || (row.Source == source && row.Sequence > sequence));
        }

        var page = await rows.OrderBy(row => row.Source).ThenBy(row => row.Sequence).Take(size + 1).ToListAsync(context.CancellationToken);
        return new ListParkedEventsResponse
        {
            Events = { page.Take(size).Select(ToMessage) },
            NextPageToken = page.Count > size
                ? PageToken.Make(request, page[size - 1].Source, page[size - 1].Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture))
                : "",
        };
    }

    public override async Task<ReplayParkedEventsResponse> ReplayParkedEvents(ReplayParkedEventsRequest request, ServerCallContext context)
    {
        var (booked, still) = await replay.RunAsync(db, request.Source, context.CancellationToken);
        return new ReplayParkedEventsResponse { Booked = booked, StillParked = still };
    }

    static Indicator ToMessage(IndicatorDefinition indicator) => new()
    {
        Code = indicator.Code,
        NameVi = indicator.NameVi,
        NameEn = indicator.NameEn,
        Owner = indicator.Owner,
        Unit = indicator.Unit.Name,
        Kind = indicator.Kind.ToString().ToLowerInvariant(),
        Formula = indicator.Formula.Text,
        Dimensions = { indicator.Dimensions },
        SubsetOf = indicator.SubsetOf ?? "",
        NoSource = indicator.NoSource ?? "",
        LegalBasis = { indicator.LegalBasis.OrderBy(basis => basis.ValidFrom).Select(basis => basis.Text) },
    };

    static ParkedEvent ToMessage(ParkedEventRow row) => new()
    {
        Source = row.Source,
        Sequence = row.Sequence,
        EventId = row.EventId.ToString(),
        Type = row.Type,
        Reason = row.Reason,
        Detail = row.Detail,
        ParkedAt = Timestamp.FromDateTimeOffset(row.ParkedAt),
    };
}
