using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Templates;
using AnSinh.ServiceKit.Errors;
using Google.Protobuf;

namespace AnSinh.Reporting.Reports;

/// <summary>Renders a template with live figures; nothing is kept.</summary>
/// <param name="catalogue">The indicators.</param>
/// <param name="templates">The templates.</param>
/// <param name="rendering">Renders.</param>
sealed class RenderReport(IndicatorCatalogue catalogue, TemplateBook templates, ReportRendering rendering)
{
    const int LongestText = 200_000;

    /// <summary>Renders.</summary>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<RenderReportResponse> RunAsync(RenderReportRequest request, CancellationToken cancellationToken)
    {
        ReportDocuments.RequireKnown(request.Format);
        var template = Template(request);
        var report = await rendering.RenderAsync(template, request.Period, request.AreaCode, new Dictionary<string, string>(), null, cancellationToken);
        var content = ReportContent.Of(report, template.Name, request.Period, request.AreaCode);
        return new RenderReportResponse { Markdown = report.Markdown, Document = UnsafeByteOperations.UnsafeWrap(ReportDocuments.Of(request.Format, content)) };
    }

    ReportTemplate Template(RenderReportRequest request)
    {
        if (request.TemplateCase == RenderReportRequest.TemplateOneofCase.TemplateName)
        {
            return templates.Find(request.TemplateName);
        }

        if (request.TemplateText.Length is 0 or > LongestText)
        {
            throw Refusal.Invalid("template_text", "template.invalid", $"Mẫu báo cáo dài {request.TemplateText.Length} ký tự; cho phép từ 1 đến {LongestText}.");
        }

        try
        {
            return ReportTemplate.Parse(request.TemplateText, catalogue, "template_text");
        }
        catch (TemplateException wrong)
        {
            throw Invalid(wrong);
        }
    }

    /// <summary>Every error with its place; the first one's also as metadata, for an editor to jump to.</summary>
    static Refusal Invalid(TemplateException wrong)
    {
        var violations = wrong.Errors.Select(error => new Violation(
            "template_text", "template.invalid", $"Mẫu báo cáo sai ở dòng {error.Position.Line}, cột {error.Position.Column}: {error.Found}; cho phép: {error.Allowed} [{error.Code}].")).ToList();
        var first = wrong.Errors[0].Position;
        return new Refusal(RefusalKind.Invalid, "template.invalid", violations[0].Message)
        {
            Violations = violations,
            Metadata = new Dictionary<string, string>
            {
                ["line"] = first.Line.ToString(CultureInfo.InvariantCulture),
                ["column"] = first.Column.ToString(CultureInfo.InvariantCulture),
            },
        };
    }
}
