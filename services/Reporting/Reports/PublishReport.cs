using System.Text.Json;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Measures;
using AnSinh.Reporting.Periods;
using AnSinh.Reporting.Plans;
using AnSinh.Reporting.Templates;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Reports;

/// <summary>Computes a report for the last time and keeps all that it was made from.</summary>
/// <param name="scopes">For a connection of its own: the command's has a transaction open, and a reading of the ledger is one, too.</param>
/// <param name="templates">The templates.</param>
/// <param name="parts">Finds parts.</param>
/// <param name="catalogue">The indicators.</param>
/// <param name="time">Clock.</param>
sealed class PublishReport(IServiceScopeFactory scopes, TemplateBook templates, ReportParts parts, IndicatorCatalogue catalogue, TimeProvider time)
{
    /// <summary>Freezes a report, in the command's transaction.</summary>
    /// <returns>The moment.</returns>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>report.part_not_approved</c>; NOT_FOUND <c>template.unknown</c>.</exception>
    public async Task<DateTimeOffset> FreezeAsync(ReportingDb db, Report report, IReadOnlyDictionary<string, string> texts, CancellationToken cancellationToken)
    {
        var template = templates.Find(report.Template);
        var made = await parts.ListAsync(db, report, cancellationToken);
        ReportRules.RequireApproved(made);
        var at = time.GetUtcNow();
        DateOnly? preliminaryOn = report.IsPreliminary ? VietnamDay.Of(at) : null;

        await using var scope = scopes.CreateAsyncScope();
        // First the freshness, then the figures: never promise more than was booked when the figures were read.
        var fresh = await scope.ServiceProvider.GetRequiredService<Freshness>().ListAsync(cancellationToken);
        var reading = scope.ServiceProvider.GetRequiredService<ReportingDb>();
        var parked = (await reading.ParkedEvents.AsNoTracking().Select(row => new { row.Source, row.Sequence }).ToListAsync(cancellationToken)).ToLookup(row => row.Source, row => row.Sequence);
        var rendered = await scope.ServiceProvider.GetRequiredService<ReportRendering>()
            .RenderAsync(template, report.Period, report.AreaCode, texts, preliminaryOn, cancellationToken);
        var period = PeriodText.Parse(report.Period);
        var plans = await scope.ServiceProvider.GetRequiredService<PlansInForce>()
            .HeldAsync(template.PlannedIndicators, report.AreaCode, PlanYears.OfReport(period), period.To, null, cancellationToken);

        var entered = await FrozenEntries.FindAsync(reading, rendered.Figures, cancellationToken);
        var content = ReportContent.Of(rendered, report.Template, report.Period, report.AreaCode, at);
        var frozen = new FrozenReport
        {
            Content = content,
            Layout = ReportDocuments.Layout,
            Checksums = ReportDocuments.ChecksumsOf(content),
            TemplateText = template.Text,
            Texts = texts,
            PreliminaryOn = preliminaryOn,
            CatalogueChecksum = DefinitionTexts.ChecksumOf(catalogue),
            Definitions = content.Figures.SelectMany(figure => figure.References).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .ToDictionary(code => code, code => DefinitionTexts.Of(catalogue, code) ?? "", StringComparer.Ordinal),
            Plans = [.. plans.Values.OrderBy(plan => plan.Indicator, StringComparer.Ordinal)
                .Select(plan => new FrozenPlanVersion(plan.Indicator, plan.Version, plan.TargetTo.Length > 0 ? $"{plan.Target}..{plan.TargetTo}" : plan.Target, plan.LegalBasis))],
            Sources = [.. fresh.Select(source => new FrozenSource(
                source.Source, source.BookedSequence, source.HeadSequence, source.BookedThrough?.ToDateTimeOffset(), source.Parked)
            {
                Unbooked = [.. parked[source.Source].Where(sequence => sequence <= source.BookedSequence).Order()],
            })],
            Entered = entered,
            Parts = [.. made.Where(part => part.Report is not null).Select(part => new FrozenPart(part.Unit.Code, ReportMessages.NameOf(part.Report!.Id), part.Report.Edition))],
        };
        db.AddRange(frozen.ToRows(report.Id));
        db.AddRange(rendered.Figures.SelectMany((figure, index) => Questions(report.Id, figure, index)));
        return at;
    }

    /// <summary>What a figure asked the ledger, so that its facts are known whatever becomes of the catalogue.</summary>
    static IEnumerable<FrozenQuestion> Questions(Guid reportId, RenderedFigure figure, int index)
    {
        var found = new List<FrozenQuestion>();
        foreach (var period in figure.Periods)
        {
            figure.Formula.Root.Collect(period, (aggregation, days) =>
            {
                if (aggregation.Kind == AggregationKind.Entered)
                {
                    found.AddRange(aggregation.Measures.Select(indicator => Question(
                        reportId, index, FrozenEntries.KeyOf(indicator), DateOnly.MinValue, days.To, new AreaScope(figure.Area.Code), [])));
                }
                else
                {
                    var filters = figure.Dimension is null ? aggregation.Filters : [.. aggregation.Filters, DimensionFilter.In(figure.Dimension, figure.Member!)];
                    var from = aggregation.LooksBack ? DateOnly.MinValue : days.From;
                    found.AddRange(aggregation.Measures.Select(measure => Question(reportId, index, MeasureKey.Of(measure), from, days.To, figure.Area, filters)));
                    if (aggregation.Link is { } link)
                    {
                        // Records of the second measure count wherever they are, some days later, or from before.
                        found.Add(Question(
                            reportId, index, MeasureKey.Of(link.Measure), link.Relation == PersonRelation.FollowedBy ? from : DateOnly.MinValue, Later(days.To, link.LastDay), null, []));
                    }
                }
            });
        }

        return found.DistinctBy(one => (one.Measure, one.From, one.To, one.AreaCode, one.Below, one.Filters)).Select((one, ordinal) =>
        {
            one.Ordinal = ordinal;
            return one;
        });
    }

    static FrozenQuestion Question(Guid reportId, int figure, int measure, DateOnly from, DateOnly to, AreaScope? area, IReadOnlyList<DimensionFilter> filters) => new()
    {
        ReportId = reportId,
        Figure = figure,
        Measure = measure,
        From = from,
        To = to,
        AreaCode = area?.Code ?? "",
        Below = area?.Below ?? "",
        Filters = JsonSerializer.Serialize(filters),
    };

    static DateOnly Later(DateOnly day, int days) => day < DateOnly.MaxValue.AddDays(-days) ? day.AddDays(days) : DateOnly.MaxValue;
}
