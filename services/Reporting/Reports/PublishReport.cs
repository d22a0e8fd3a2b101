using System.Text.Json;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Measures;
using AnSinh.Reporting.Templates;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.Reporting.Reports;

/// <summary>
/// Writes what a report will say for ever. It was computed before the command's transaction began; whatever speaks against publishing at the
/// moment of writing is looked at again by the transaction.
/// </summary>
/// <param name="freezing">Computes.</param>
sealed class PublishReport(FreezeReport freezing)
{
    ReportDraft? draft;
    Refusal? refused;

    /// <summary>Computes the report that a check lets pass; its refusal is kept for the command, which keeps it under its request id.</summary>
    /// <param name="check">Finds the report with its narrative parts, or refuses.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task PrepareAsync(Func<Task<(Report Report, IReadOnlyDictionary<string, string> Texts)>> check, CancellationToken cancellationToken)
    {
        try
        {
            var (report, texts) = await check();
            draft = await freezing.RunAsync(report, texts, cancellationToken);
        }
        catch (Refusal refusal)
        {
            refused = refusal;
        }
    }

    /// <summary>Writes a report, in the command's transaction, which has found it unchanged.</summary>
    /// <returns>The moment at which its figures were frozen.</returns>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>report.part_not_approved</c>; or the refusal of <see cref="PrepareAsync"/>.</exception>
    public DateTimeOffset Write(ReportingDb db, Report report, IReadOnlyList<ReportPart> parts)
    {
        ReportRules.RequireApproved(parts);
        var (figures, frozen) = refused is null ? draft ?? throw new InvalidOperationException("The report has not been computed.") : throw refused;
        var whole = frozen with
        {
            Parts = [.. parts.Where(part => part.Report is not null).Select(part => new FrozenPart(part.Unit.Code, ReportMessages.NameOf(part.Report!.Id), part.Report.Edition))],
        };
        db.AddRange(whole.ToRows(report.Id));
        db.AddRange(figures.SelectMany((figure, index) => Questions(report.Id, figure, index)));
        return frozen.Content.AsOf!.Value;
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
