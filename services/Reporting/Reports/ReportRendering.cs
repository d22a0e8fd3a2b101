using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Periods;
using AnSinh.Reporting.Templates;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.Reporting.Reports;

/// <summary>Renders templates with the figures of the moment.</summary>
/// <param name="subject">Reads period and area.</param>
/// <param name="windows">Knows which units lie below.</param>
/// <param name="renderer">Fills templates in.</param>
sealed class ReportRendering(FigureSubject subject, AreaWindows windows, TemplateRenderer renderer)
{
    /// <summary>Renders a template.</summary>
    /// <exception cref="Refusal">As <see cref="FigureSubject"/> says.</exception>
    public Task<RenderedReport> RenderAsync(
        ReportTemplate template, string period, string areaCode, IReadOnlyDictionary<string, string> texts, DateOnly? preliminaryOn, CancellationToken cancellationToken)
    {
        var days = FigureSubject.Period(period);
        var area = subject.Area(areaCode, days);
        return renderer.RenderAsync(
            template,
            new ReportSubject
            {
                Period = days,
                Area = area,
                AreaName = subject.AreaName(area.Code, days),
                Below = Below(area, days),
                Texts = texts,
                PreliminaryOn = preliminaryOn,
            },
            cancellationToken);
    }

    List<AreaRow> Below(AreaScope area, Period days) =>
        [.. windows.Below(area.Code, days.From, days.To).Select(code => new AreaRow(code, subject.AreaName(code, days)))];
}
