using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Documents;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.Testing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Reports;

public sealed class WordDocumentTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    const string Markdown = """
        # Báo cáo
        **Tỉnh Hà Tĩnh** – 6 tháng

        ## I. Việc làm
        Một dòng
        và dòng nữa *nghiêng*.
        - Mục 2 * 3

        | Kênh | Số người | Tỷ lệ |
        |---|---:|:---:|
        | A \| B | 1.234 | 5% |
        | **Tổng** | 9 |
        """;

    [Fact]
    public void Of_HeadingsParagraphsAndTables_IsAValidDocumentWithTheSameTexts()
    {
        using var document = Open(WordDocument.Of(Markdown));
        Errors(document).ShouldBeEmpty();
        var body = document.MainDocumentPart!.Document.Body!;
        body.Elements<Paragraph>().Select(paragraph => (StyleOf(paragraph), paragraph.InnerText)).ShouldBe(
        [
            ("Heading1", "Báo cáo"), ("", "Tỉnh Hà Tĩnh – 6 tháng"), ("Heading2", "I. Việc làm"), ("", "Một dòng và dòng nữa nghiêng."), ("ReportItem", "– Mục 2 * 3"), ("ReportCell", ""),
        ]);
        var table = body.Elements<Table>().Single();
        table.Elements<TableRow>().Select(row => string.Join(';', row.Elements<TableCell>().Select(cell => cell.InnerText))).ShouldBe(["Kênh;Số người;Tỷ lệ", "A | B;1.234;5%", "Tổng;9;"]);
        table.Elements<TableRow>().ElementAt(1).Descendants<Justification>().Select(side => side.Val!.Value)
            .ShouldBe([JustificationValues.Left, JustificationValues.Right, JustificationValues.Center]);
        body.Descendants<Run>().Where(run => run.RunProperties?.Bold is not null).Select(run => run.InnerText).ShouldBe(["Tỉnh Hà Tĩnh", "Kênh", "Số người", "Tỷ lệ", "Tổng"]);
        body.Descendants<Run>().Single(run => run.RunProperties?.Italic is not null).InnerText.ShouldBe("nghiêng");
    }

    [Fact]
    public void Of_AnyReport_IsOnA4InTimesNewRoman()
    {
        using var document = Open(WordDocument.Of(""));
        Errors(document).ShouldBeEmpty();
        var main = document.MainDocumentPart!;
        var page = main.Document.Descendants<PageSize>().Single();
        (page.Width!.Value, page.Height!.Value).ShouldBe((11_906u, 16_838u));
        var styles = main.StyleDefinitionsPart!.Styles!;
        styles.Descendants<RunFonts>().ShouldAllBe(fonts => fonts.Ascii! == "Times New Roman");
        styles.Descendants<FontSize>().Select(size => size.Val!.Value).Distinct().ShouldBe(["28", "26"], ignoreOrder: true);
    }

    [Fact]
    public async Task Render_AsWord_GivesTheSameFiguresAsTheMarkdown()
    {
        var request = new RenderReportRequest { TemplateName = "ha-tinh-2020-h1", Period = "2020-H1", AreaCode = "42", Format = ReportFormat.Docx };
        var report = await reporting.Reports.RenderReportAsync(request);
        using var document = Open(report.Document.ToByteArray());
        Errors(document).ShouldBeEmpty();
        Letters(document.MainDocumentPart!.Document.Body!.InnerText).ShouldBe(Letters(report.Markdown.Replace("|---|---:|", "", StringComparison.Ordinal)));
        request.Format = ReportFormat.Markdown;
        (await reporting.Reports.RenderReportAsync(request)).Document.ShouldBeEmpty();
        request.Format = (ReportFormat)9;
        await Refused.With(reporting.Reports.RenderReportAsync(request), StatusCode.InvalidArgument, "report.format_unknown");
    }

    static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), false);

    static IEnumerable<string> Errors(WordprocessingDocument document) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}");

    static string StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";

    static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('#' or '*' or '|')));
}
