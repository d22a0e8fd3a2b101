using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Documents;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Templates;
using AnSinh.ServiceKit.Errors;
using Google.Protobuf;
using Grpc.Core;

namespace AnSinh.Reporting.Reports;

/// <summary>Serves rendered reports over gRPC.</summary>
sealed class ReportGrpc(IndicatorCatalogue catalogue, FigureSubject subject, TemplateRenderer renderer) : ReportService.ReportServiceBase
{
    const int LongestText = 200_000;
    const string Extension = ".md";

    static readonly IReadOnlyList<string> BuiltIn = [.. ReportTemplate.BuiltInNames.Select(name => name[..^Extension.Length])];

    public override Task<ListTemplatesResponse> ListTemplates(ListTemplatesRequest request, ServerCallContext context) =>
        Task.FromResult(new ListTemplatesResponse { Templates = { BuiltIn } });

    public override async Task<RenderReportResponse> RenderReport(RenderReportRequest request, ServerCallContext context)
    {
        if (!Enum.IsDefined(request.Format))
        {
            throw Refusal.Invalid("format", "report.format_unknown", "Dạng báo cáo không đúng; cho phép: Markdown, hoặc Markdown kèm tệp Word (.docx).");
        }

        var template = Template(request);
        var period = FigureSubject.Period(request.Period);
        var area = subject.Area(request.AreaCode, period);
        var report = await renderer.RenderAsync(
            template, new ReportSubject { Period = period, Area = area, AreaName = subject.AreaName(area.Code, period) }, context.CancellationToken);
        return new RenderReportResponse
        {
            Markdown = report.Markdown,
            Document = request.Format == ReportFormat.Docx ? UnsafeByteOperations.UnsafeWrap(WordDocument.Of(report.Markdown)) : ByteString.Empty,
        };
    }

    ReportTemplate Template(RenderReportRequest request)
    {
        if (request.TemplateCase == RenderReportRequest.TemplateOneofCase.TemplateName)
        {
            return BuiltIn.Contains(request.TemplateName)
                ? ReportTemplate.BuiltIn(request.TemplateName + Extension, catalogue)
                : throw Refusal.NotFound("template.unknown", $"Không có mẫu báo cáo “{request.TemplateName}”; hiện có: {string.Join(", ", BuiltIn)}.");
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
