using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AreaScope = AnSinh.Reporting.Formulas.AreaScope;
using FigureView = AnSinh.Reporting.Formulas.FigureView;

namespace AnSinh.Reporting.Indicators;

/// <summary>Lists the facts behind a figure, part by part, by day and event.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="subject">Reads indicator, period, area.</param>
/// <param name="history">The units as known at a moment.</param>
/// <param name="contributions">Reads facts.</param>
/// <param name="caller">Who asks.</param>
/// <param name="time">Clock.</param>
public sealed class ListContributions(
    ReportingDb db, FigureSubject subject, AreaHistory history, Contributions contributions, CallerAccessor caller, TimeProvider time)
{
    const int DefaultSize = 100;

    /// <summary>Answers with a page.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<ListContributionsResponse> RunAsync(ListContributionsRequest request, CancellationToken cancellationToken)
    {
        var indicator = subject.Indicator(request.Indicator, "indicator");
        var period = FigureSubject.Period(request.Period);
        var view = ViewMessages.Of(request.View, "view", time);
        var windows = await history.AsKnownAsync(db, view.AsOf, cancellationToken);
        var area = FigureSubject.Area(request.AreaCode, period, view.Outline, windows.Areas) with { Below = request.Below.Length > 0 ? request.Below : null };
        var parts = FigureParts.Of(Narrowed(indicator, request), period);
        if (request.Part < 0 || request.Part > parts.Count)
        {
            throw Refusal.Invalid("part", "part.unknown", $"Phần {request.Part} không có; chỉ tiêu {indicator.Code} có {parts.Count} phần, đánh số từ 1 (0 là tất cả).");
        }

        var size = PageSize.Of(request.PageSize, DefaultSize);
        var (number, after) = PageToken.Read(request, request.PageToken, 4) is { } position ? Position(position) : (Math.Max(1, request.Part), null);
        var response = new ListContributionsResponse { Parts = { parts.Select((part, index) => part.ToMessage(index + 1)) } };
        var found = new List<Listed>();
        for (var last = request.Part > 0 ? request.Part : parts.Count; number <= last && found.Count <= size; number++, after = null)
        {
            // One more than asked for says whether there is a next page.
            found.AddRange(await ListAsync(parts[number - 1], number, area, view, windows, after, size + 1 - found.Count, cancellationToken));
        }

        response.Contributions.AddRange(found.Take(size).Select(one => one.Message));
        response.NextPageToken = found.Count > size ? PageToken.Make(request, Position(found[size - 1])) : "";
        return response;
    }

    async Task<IEnumerable<Listed>> ListAsync(
        FigurePart part, int number, AreaScope area, FigureView view, AreaWindows windows, (int Day, Guid EventId, int Ordinal)? after, int limit, CancellationToken cancellationToken)
    {
        if (part.Aggregation.Kind == AggregationKind.Entered)
        {
            var signed = after is null
                ? await EnteredFigures.RowAsync(db, part.Aggregation.Measures[0], windows.Itself(area, part.To, view.Outline), view.AsOf, cancellationToken)
                : null;
            return signed is null ? [] : [new Listed(ContributionMessages.Of(signed, number), signed.Day, signed.EventId, 0)];
        }

        var query = new ContributionQuery
        {
            Aggregation = part.Aggregation,
            Area = area,
            View = view,
            From = part.From,
            To = part.To,
            After = after,
            Limit = limit,
            Linked = part.Linked,
            WithinArea = part.Linked && !caller.Current.Areas.IsUnrestricted,
            // The window of the other measure of people counted across two.
            Other = part.Aggregation.Link is null ? null : (part with { Linked = !part.Linked }) is var other ? (other.From, other.To) : null,
        };
        var (facts, sets) = await contributions.ListAsync(db, query, cancellationToken);
        return facts.Select(fact => new Listed(ContributionMessages.Of(fact, sets[fact.Dims], number), fact.Day, fact.EventId, fact.Ordinal));
    }

    static CheckedFormula Narrowed(IndicatorDefinition indicator, ListContributionsRequest request)
    {
        IEnumerable<MemberFilter> members = request.Dimension.Length > 0
            ? request.Members.Prepend(new MemberFilter { Dimension = request.Dimension, Member = request.Member })
            : request.Members;
        var filters = members.Select(one => indicator.Dimensions.Contains(one.Dimension)
            ? DimensionFilter.In(one.Dimension, one.Member)
            : throw Refusal.Invalid(
                "dimension",
                "dimension.unknown",
                $"Chỉ tiêu {indicator.Code} không có chiều “{one.Dimension}”; cho phép: {string.Join(", ", indicator.Dimensions)}."));
        return indicator.Formula.Where([.. filters]);
    }

    static string[] Position(Listed last) =>
    [
        last.Message.Part.ToString(CultureInfo.InvariantCulture), StoredFormats.ToNumber(last.Day).ToString(CultureInfo.InvariantCulture),
        last.EventId.ToString(), last.Ordinal.ToString(CultureInfo.InvariantCulture),
    ];

    static (int Part, (int Day, Guid EventId, int Ordinal)? After) Position(IReadOnlyList<string> parts) => (
        int.Parse(parts[0], CultureInfo.InvariantCulture),
        (int.Parse(parts[1], CultureInfo.InvariantCulture), Guid.Parse(parts[2], CultureInfo.InvariantCulture), int.Parse(parts[3], CultureInfo.InvariantCulture)));

    sealed record Listed(Contribution Message, DateOnly Day, Guid EventId, int Ordinal);
}
