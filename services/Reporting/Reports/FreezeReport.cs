using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Periods;
using AnSinh.Reporting.Plans;
using AnSinh.Reporting.Templates;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Reports;

/// <summary>
/// Computes a report for the last time, outside of every transaction: while all its figures are asked for and its documents are made, nobody
/// who writes shall wait. Figures, plans and freshness are read one after the other; they are of one state because the state is the same
/// before and after, and read again when it is not.
/// </summary>
/// <param name="db">The scope's database.</param>
/// <param name="pulse">Knows the version of the ledger.</param>
/// <param name="gate">The database's write gate.</param>
/// <param name="freshness">How fresh the figures are.</param>
/// <param name="rendering">Renders.</param>
/// <param name="plansInForce">The plans.</param>
/// <param name="templates">The templates.</param>
/// <param name="catalogue">The indicators.</param>
/// <param name="areas">All units.</param>
/// <param name="time">Clock.</param>
sealed class FreezeReport(
    ReportingDb db, LedgerPulse pulse, WriteGate<ReportingDb> gate, Freshness freshness, ReportRendering rendering, PlansInForce plansInForce, TemplateBook templates,
    IndicatorCatalogue catalogue, AreaDirectory areas, TimeProvider time)
{
    // With each look more of what is asked is kept in memory. Where events never pause for as long as that takes, writers wait for a last
    // one; on a server database, which has no gate, the looks go on until the call's deadline.
    const int FreeLooks = 3;

    /// <summary>Computes a report and its documents.</summary>
    /// <param name="report">The report.</param>
    /// <param name="texts">Its narrative parts by key.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="Refusal">NOT_FOUND <c>template.unknown</c>.</exception>
    public async Task<ReportDraft> RunAsync(Report report, IReadOnlyDictionary<string, string> texts, CancellationToken cancellationToken)
    {
        var template = templates.Find(report.Template);
        var (rendered, frozen) = await InOneStateAsync(report, template, texts, cancellationToken);
        return new ReportDraft(rendered.Figures, frozen with { Checksums = ReportDocuments.ChecksumsOf(frozen.Content) });
    }

    async Task<(RenderedReport Rendered, FrozenReport Frozen)> InOneStateAsync(
        Report report, ReportTemplate template, IReadOnlyDictionary<string, string> texts, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            using var alone = look > FreeLooks ? await gate.EnterAsync(cancellationToken) : default;
            var before = await StateAsync(report, template, cancellationToken);
            var seen = await LookAsync(report, template, texts, cancellationToken);
            if (await StateAsync(report, template, cancellationToken) == before)
            {
                return seen;
            }
        }
    }

    /// <summary>All that a report is computed from: the ledger, the units, the plans.</summary>
    async Task<(long Ledger, Guid Areas, string Plans)> StateAsync(Report report, ReportTemplate template, CancellationToken cancellationToken)
    {
        var plans = await PlansAsync(report, template, cancellationToken);
        return (await pulse.VersionAsync(db, cancellationToken), areas.Newest, string.Join(' ', plans.Select(plan => FormattableString.Invariant($"{plan.Indicator}:{plan.Version}"))));
    }

    async Task<List<Plan>> PlansAsync(Report report, ReportTemplate template, CancellationToken cancellationToken)
    {
        var period = PeriodText.Parse(report.Period);
        var held = await plansInForce.HeldAsync(template.PlannedIndicators, report.AreaCode, PlanYears.OfReport(period), period.To, null, cancellationToken);
        return [.. held.Values.OrderBy(plan => plan.Indicator, StringComparer.Ordinal)];
    }

    async Task<(RenderedReport Rendered, FrozenReport Frozen)> LookAsync(
        Report report, ReportTemplate template, IReadOnlyDictionary<string, string> texts, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        DateOnly? preliminaryOn = report.IsPreliminary ? VietnamDay.Of(at) : null;

        // What is told that changes no figure leaves the state as it is. So first the freshness, then what is parked: an event that came in
        // between is then beyond what the report says to have had.
        var fresh = await freshness.ListAsync(cancellationToken);
        var parked = (await db.ParkedEvents.AsNoTracking().Select(row => new { row.Source, row.Sequence }).ToListAsync(cancellationToken)).ToLookup(row => row.Source, row => row.Sequence);
        var rendered = await rendering.RenderAsync(template, report.Period, report.AreaCode, texts, preliminaryOn, cancellationToken);
        var content = ReportContent.Of(rendered, report.Template, report.Period, report.AreaCode, at);
        return (rendered, new FrozenReport
        {
            Content = content,
            Layout = ReportDocuments.Layout,
            Checksums = new Dictionary<string, string>(),
            TemplateText = template.Text,
            Texts = texts,
            PreliminaryOn = preliminaryOn,
            CatalogueChecksum = DefinitionTexts.ChecksumOf(catalogue),
            Definitions = content.Figures.SelectMany(figure => figure.References).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .ToDictionary(code => code, code => DefinitionTexts.Of(catalogue, code) ?? "", StringComparer.Ordinal),
            Plans = [.. (await PlansAsync(report, template, cancellationToken))
                .Select(plan => new FrozenPlanVersion(plan.Indicator, plan.Version, plan.TargetTo.Length > 0 ? $"{plan.Target}..{plan.TargetTo}" : plan.Target, plan.LegalBasis))],
            Sources = [.. fresh.Select(source => new FrozenSource(
                source.Source, source.BookedSequence, source.HeadSequence, source.BookedThrough?.ToDateTimeOffset(), source.Parked)
            {
                Unbooked = [.. parked[source.Source].Where(sequence => sequence <= source.BookedSequence).Order()],
            })],
            Entered = await FrozenEntries.FindAsync(db, rendered.Figures, cancellationToken),
            Parts = [],
        });
    }
}

/// <summary>A report as it will be published: computed, but not written.</summary>
/// <param name="Figures">Its figures.</param>
/// <param name="Frozen">All that it was made from, but its parts, which are those of the moment of writing.</param>
sealed record ReportDraft(IReadOnlyList<RenderedFigure> Figures, FrozenReport Frozen);
