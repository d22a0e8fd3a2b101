using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Templates;
using AnSinh.ServiceKit.Errors;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Reports;

/// <summary>Compares published reports with what they would say now: by the same template and texts, the catalogue and the plans of today.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="catalogue">The indicators of today.</param>
/// <param name="rendering">Renders.</param>
/// <param name="facts">Says which facts are in which figures.</param>
sealed class ReportDifferences(ReportingDb db, IndicatorCatalogue catalogue, ReportRendering rendering, FactsInFigures facts)
{
    /// <summary>What differs.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>report.template_outdated</c>.</exception>
    public async Task<GetReportDifferencesResponse> FindAsync(Guid reportId, FrozenReport frozen, CancellationToken cancellationToken)
    {
        var content = frozen.Content;
        var rendered = await rendering.RenderAsync(Template(frozen), content.Period, content.AreaCode, frozen.Texts, frozen.PreliminaryOn, cancellationToken);
        var live = rendered.Figures.Select(ContentFigure.Of).ToList();
        var now = live.ToDictionary(figure => figure.Identity);
        var response = new GetReportDifferencesResponse { Compared = content.Figures.Count, AsOf = Timestamp.FromDateTimeOffset(content.AsOf!.Value) };
        var questions = (await db.Set<FrozenQuestion>().AsNoTracking().Where(row => row.ReportId == reportId).ToListAsync(cancellationToken)).ToLookup(row => row.Figure);
        foreach (var published in content.Figures)
        {
            var found = now.GetValueOrDefault(published.Identity);
            now.Remove(published.Identity);
            if (found is null || !IsSame(published, found))
            {
                var since = (await facts.SinceAsync(frozen, [.. questions[published.Index]], cancellationToken)).Select(fact => fact.EventId)
                    .Concat(await FrozenEntries.SinceAsync(db, frozen, [.. questions[published.Index]], cancellationToken));
                response.Differences.Add(new Contracts.Reporting.V1.ReportDifference
                {
                    Published = ReportMessages.Of(published),
                    NewExact = found?.Exact ?? "",
                    NewPrinted = found?.Printed ?? "",
                    DefinitionChanged = published.References.Any(code => DefinitionTexts.Of(catalogue, code) != frozen.Definitions.GetValueOrDefault(code)),
                    EventsSince = since.Distinct().Count(),
                });
            }
        }

        response.Differences.AddRange(live.Where(figure => now.ContainsKey(figure.Identity)).Select(figure => new Contracts.Reporting.V1.ReportDifference
        {
            Published = ReportMessages.Of(figure with { Index = -1, Exact = "", Numerator = "", Denominator = "", Printed = "" }),
            NewExact = figure.Exact,
            NewPrinted = figure.Printed,
        }));
        return response;
    }

    ReportTemplate Template(FrozenReport frozen)
    {
        try
        {
            return ReportTemplate.Parse(frozen.TemplateText, catalogue, frozen.Content.Template);
        }
        catch (TemplateException wrong)
        {
            throw Refusal.Precondition("report.template_outdated", $"Danh mục chỉ tiêu hiện nay không còn hiểu mẫu đã công bố: {wrong.Errors[0]}.");
        }
    }

    static bool IsSame(ContentFigure published, ContentFigure live) =>
        published.Exact == live.Exact && published.Numerator == live.Numerator && published.Denominator == live.Denominator && published.Printed == live.Printed;
}
