using AnSinh.Reporting.Data;
using AnSinh.Reporting.Templates;
using AnSinh.ServiceKit.Areas;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.Reports;

/// <summary>A unit whose report is a part of another's.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Template">Template by which it reports.</param>
/// <param name="Report">Its report: the approved edition if there is one, else the latest; null when it has begun none.</param>
sealed record ReportPart(AreaUnit Unit, string Template, Report? Report)
{
    public bool IsApproved => Report?.State is ReportState.Approved or ReportState.Published;
}

/// <summary>Finds what reports are put together from: the reports of the units directly below, by the same period.</summary>
/// <param name="templates">The templates.</param>
/// <param name="areas">All units.</param>
sealed class ReportParts(TemplateBook templates, AreaDirectory areas)
{
    /// <summary>The parts of a report, by area code; none where its template has no parts or no unit lies below.</summary>
    public async Task<IReadOnlyList<ReportPart>> ListAsync(ReportingDb db, Report report, CancellationToken cancellationToken)
    {
        if (templates.Find(report.Template).PartsTemplate is not { } template)
        {
            return [];
        }

        var wanted = template.Length > 0 ? template : report.Template;
        var units = areas.Children(report.AreaCode, report.PeriodTo);
        var reports = await db.Set<Report>().AsNoTracking().Where(row => row.Template == wanted && row.Period == report.Period).ToListAsync(cancellationToken);
        var byArea = reports.ToLookup(row => row.AreaCode, StringComparer.Ordinal);
        return
        [
            .. units.OrderBy(unit => unit.Code, StringComparer.Ordinal).Select(unit => new ReportPart(
                unit, wanted, byArea[unit.Code].OrderByDescending(row => row.State >= ReportState.Approved).ThenByDescending(row => row.Edition).FirstOrDefault())),
        ];
    }
}
