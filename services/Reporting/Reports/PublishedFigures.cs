using System.Globalization;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Reports;

/// <summary>From an event to every published figure that it is in: it had been booked when the report was frozen, and the figure asked for it.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">All units.</param>
/// <param name="history">The units as they were known when a report was frozen.</param>
/// <param name="facts">Says which facts are in which figures.</param>
sealed class PublishedFigures(ReportingDb db, AreaDirectory areas, AreaHistory history, FactsInFigures facts)
{
    const int DefaultSize = 200;

    /// <summary>A page of figures.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>event.malformed</c>, <c>page_size.invalid</c>, <c>page_token.invalid</c>.</exception>
    public async Task<Wire.ListPublishedFiguresResponse> ListAsync(Wire.ListPublishedFiguresRequest request, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(request.EventId, CultureInfo.InvariantCulture, out var eventId))
        {
            throw Refusal.Invalid("event_id", "event.malformed", "Mã sự kiện phải là một UUID.");
        }

        var size = PageSize.Of(request.PageSize, DefaultSize);
        var after = PageToken.Read(request, request.PageToken, 2);
        var found = await FindAsync(eventId, request.AreaCode, cancellationToken);
        var rest = after is null ? found : [.. found.SkipWhile(one => ReportMessages.NameOf(one.Report.Id) != after[0] || Text(one.Figure) != after[1]).Skip(1)];
        return new Wire.ListPublishedFiguresResponse
        {
            Figures =
            {
                rest.Take(size).Select(one => new Wire.PublishedFigure
                {
                    Report = ReportMessages.NameOf(one.Report.Id),
                    Template = one.Report.Template,
                    Period = one.Report.Period,
                    AreaCode = one.Report.AreaCode,
                    AsOf = Timestamp.FromDateTimeOffset(one.Report.PublishedAt!.Value),
                    Figure = ReportMessages.Of(one.Figure),
                }),
            },
            NextPageToken = rest.Count > size ? PageToken.Make(request, ReportMessages.NameOf(rest[size - 1].Report.Id), Text(rest[size - 1].Figure)) : "",
        };
    }

    async Task<List<(Report Report, ContentFigure Figure)>> FindAsync(Guid eventId, string areaCode, CancellationToken cancellationToken)
    {
        var seen = await facts.OfEventAsync(eventId, cancellationToken);
        var entries = await db.EnteredFigures.AsNoTracking().Where(row => row.EventId == eventId).Select(row => new { row.Indicator, row.Day }).ToListAsync(cancellationToken);
        var asked = new List<FrozenQuestion>();
        foreach (var (measure, day) in seen.Select(fact => (fact.Measure, fact.Day)).Concat(entries.Select(entry => (FrozenEntries.KeyOf(entry.Indicator), entry.Day))).Distinct())
        {
            asked.AddRange(await db.Set<FrozenQuestion>().AsNoTracking()
                .Where(question => question.Measure == measure && question.From <= day && question.To >= day).ToListAsync(cancellationToken));
        }

        var found = new List<(Report Report, ContentFigure Figure)>();
        foreach (var questions in asked.GroupBy(question => question.ReportId))
        {
            var report = await db.Set<Report>().AsNoTracking().SingleAsync(row => row.Id == questions.Key, cancellationToken);
            if (report.AreaCode == areaCode || areas.IsWithin(report.AreaCode, areaCode, report.PeriodTo))
            {
                found.AddRange(await OfReportAsync(report, [.. questions], seen, eventId, isEntry: entries.Count > 0, cancellationToken));
            }
        }

        return [.. found.OrderByDescending(one => one.Report.Id.ToString("N", CultureInfo.InvariantCulture), StringComparer.Ordinal).ThenBy(one => one.Figure.Index)];
    }

    async Task<IEnumerable<(Report Report, ContentFigure Figure)>> OfReportAsync(
        Report report, List<FrozenQuestion> questions, IReadOnlyList<SeenFact> seen, Guid eventId, bool isEntry, CancellationToken cancellationToken)
    {
        var known = (await history.AsKnownAsync(db, report.PublishedAt, cancellationToken)).Areas;
        var hits = questions.SelectMany(question => seen.Where(fact => facts.IsIn(question, fact, known)).Select(fact => (question.Figure, fact.Source, fact.Sequence))).ToList();
        if (hits.Count == 0 && !isEntry)
        {
            return [];
        }

        var frozen = await FrozenReport.ReadAsync(db, report.Id, cancellationToken);
        return hits.Where(hit => frozen.HadBooked(hit.Source, hit.Sequence)).Select(hit => hit.Figure)
            .Concat(frozen.Entered.Where(entry => entry.EventId == eventId).Select(entry => entry.Figure))
            .Distinct().Order().Select(index => (report, frozen.Content.Figures[index]));
    }

    static string Text(ContentFigure figure) => figure.Index.ToString(CultureInfo.InvariantCulture);
}
