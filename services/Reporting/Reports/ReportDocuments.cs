using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Documents;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.Reporting.Reports;

/// <summary>Makes the documents of a report: the same bytes from the same content, on every machine and at any time.</summary>
static class ReportDocuments
{
    /// <summary>
    /// Version of the layout. Whoever changes what <see cref="Of"/> makes of a content raises it and keeps the former layout for what was
    /// published by it; a test holds the checksums of a sample.
    /// </summary>
    public const int Layout = 1;

    /// <summary>The forms whose checksums are frozen, by name.</summary>
    public static IReadOnlyDictionary<string, ReportFormat> Forms { get; } = new SortedDictionary<string, ReportFormat>(StringComparer.Ordinal)
    {
        ["docx"] = ReportFormat.Docx,
        ["json"] = ReportFormat.Json,
        ["markdown"] = ReportFormat.Markdown,
        ["xlsx"] = ReportFormat.Xlsx,
    };

    static readonly JsonSerializerOptions JsonForm = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Refuses a format that there is not.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>report.format_unknown</c>.</exception>
    public static void RequireKnown(ReportFormat format)
    {
        if (!Enum.IsDefined(format))
        {
            throw Refusal.Invalid("format", "report.format_unknown", "Dạng báo cáo không đúng; cho phép: Markdown, hoặc Markdown kèm tệp Word (.docx), Excel (.xlsx) hay JSON.");
        }
    }

    /// <summary>The document; empty for Markdown, which stands by itself.</summary>
    public static byte[] Of(ReportFormat format, ReportContent content) => format switch
    {
        ReportFormat.Docx => WordDocument.Of(content.Markdown),
        ReportFormat.Xlsx => ExcelDocument.Of(content.Markdown, FigureSheet(content)),
        ReportFormat.Json => Json(content),
        _ => [],
    };

    /// <summary>SHA-256 of the document, of the Markdown text where there is none, in small hexadecimal digits.</summary>
    public static string ChecksumOf(ReportFormat format, ReportContent content, byte[] document) =>
        Convert.ToHexStringLower(SHA256.HashData(format is ReportFormat.Docx or ReportFormat.Xlsx or ReportFormat.Json ? document : Encoding.UTF8.GetBytes(content.Markdown)));

    /// <summary>Checksums of all forms, by name.</summary>
    public static SortedDictionary<string, string> ChecksumsOf(ReportContent content) =>
        new(Forms.ToDictionary(form => form.Key, form => ChecksumOf(form.Value, content, Of(form.Value, content))), StringComparer.Ordinal);

    // What a member is called on the wire stays what it is here: snake case, as in the proto JSON of ReportFigure.
    static byte[] Json(ReportContent content) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            content.Template,
            content.Period,
            content.AreaCode,
            content.AsOf,
            Figures = content.Figures.Select(figure => new
            {
                figure.Index,
                figure.Placeholder,
                figure.Indicator,
                figure.Formula,
                figure.Dimension,
                figure.Member,
                figure.AreaCode,
                figure.From,
                figure.To,
                figure.Exact,
                figure.Numerator,
                figure.Denominator,
                figure.Printed,
            }),
        },
        JsonForm);

    static SheetRows FigureSheet(ReportContent content) => new(
        ["Chỉ tiêu", "Cách tính", "Phân theo", "Giá trị", "Địa bàn", "Từ ngày", "Đến ngày", "Số chính xác", "Tử số", "Mẫu số", "Trong báo cáo"],
        [.. content.Figures.Select(figure => (IReadOnlyList<SheetCell>)
        [
            SheetCell.Text(figure.Indicator), SheetCell.Text(figure.Formula), SheetCell.Text(figure.Dimension), SheetCell.Text(figure.Member),
            SheetCell.Text(figure.AreaCode), SheetCell.Text(figure.From), SheetCell.Text(figure.To),
            SheetCell.Exact(figure.Exact), SheetCell.Exact(figure.Numerator), SheetCell.Exact(figure.Denominator), SheetCell.Text(figure.Printed),
        ])]);
}
