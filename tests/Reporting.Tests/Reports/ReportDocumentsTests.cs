using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Reports;

public sealed class ReportDocumentsTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    [Fact]
    public async Task Workbook_HasASheetATable_AndOneOfAllFigures_WithNumbersWhereTheyAreExact()
    {
        var year = reporting.NextYear();
        await reporting.BookAsync(Told.Recorded(Told.Placement(1, new DateOnly(year, 2, 1))));
        var report = await RenderAsync(year, ReportFormat.Xlsx, """
            # A
            | Kênh | Số |
            |---|---:|
            | **A \| B** | 1.234 |
            | C | -41,5 |
            | D | 09 |
            | E | 5% |
            | F | 1.234.567.890.123.456 |

            | G |
            |---|
            | {{EMP-01}} |

            {{= [EMP-02] / 3 | decimals 2}}
            """);
        using var document = SpreadsheetDocument.Open(new MemoryStream(report), false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value).ShouldBe(["Bảng 1", "Bảng 2", "Số liệu"]);
        RowsOf(document, 0).ShouldBe(["'Kênh 'Số", "'A | B 1234", "'C -41.5", "'D '09", "'E '5%", "'F '1.234.567.890.123.456"]);
        RowsOf(document, 1).ShouldBe(["'G", "1"]);
        var figures = RowsOf(document, 2);
        figures.Count.ShouldBe(3);
        figures[1].ShouldContain($"'42 '{year.ToString(CultureInfo.InvariantCulture)}-01-01");
        figures[1].ShouldEndWith(" 1 ' ' '1");
        figures[2].ShouldContain(" '1/3 ");
        figures[2].ShouldContain(" '0,33");
    }

    [Fact]
    public async Task Json_HasEveryFigure_ExactAndAsPrinted()
    {
        var year = reporting.NextYear();
        await reporting.BookAsync(Told.Recorded(Told.Placement(1, new DateOnly(year, 2, 1))));
        using var json = JsonDocument.Parse(await RenderAsync(year, ReportFormat.Json, "{{EMP-01}} {{EMP-01 where channel = \"loan\"}}"));
        json.RootElement.GetProperty("area_code").GetString().ShouldBe("42");
        json.RootElement.GetProperty("figures").EnumerateArray().Select(figure => (
            figure.GetProperty("placeholder").GetString(), figure.GetProperty("exact").GetString(), figure.GetProperty("printed").GetString())).ShouldBe(
            [("EMP-01", "1", "01 người"), ("EMP-01 where channel = \"loan\"", "0", "0 người")]);
    }

    [Theory]
    [InlineData(ReportFormat.Docx)]
    [InlineData(ReportFormat.Xlsx)]
    public async Task Package_IsTheSameBytesEachTime_StoredAndOfOneMoment(ReportFormat format)
    {
        const string Text = "# A\n| B |\n|---|\n| {{EMP-01}} |\n";
        var first = await RenderAsync(2000, format, Text);
        (await RenderAsync(2000, format, Text)).ShouldBe(first);
        using var zip = new ZipArchive(new MemoryStream(first));
        zip.Entries[0].FullName.ShouldBe("[Content_Types].xml");
        zip.Entries.Skip(1).Select(entry => entry.FullName).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        zip.Entries.ShouldAllBe(entry => entry.CompressedLength == entry.Length && entry.LastWriteTime.DateTime == new DateTime(1980, 1, 1));
    }

    async Task<byte[]> RenderAsync(int year, ReportFormat format, string text) => (await reporting.Reports.RenderReportAsync(new()
    {
        TemplateText = text,
        Period = year.ToString(CultureInfo.InvariantCulture),
        AreaCode = "42",
        Format = format,
    })).Document.ToByteArray();

    /// <summary>Each row as its cells with blanks between, texts with an apostrophe before them.</summary>
    static List<string> RowsOf(SpreadsheetDocument document, int sheet)
    {
        var id = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ElementAt(sheet).Id!.Value!;
        return [.. ((WorksheetPart)document.WorkbookPart.GetPartById(id)).Worksheet.Descendants<Row>().Select(row => string.Join(
            ' ', row.Elements<Cell>().Select(cell => cell.DataType?.Value == CellValues.InlineString ? "'" + cell.InnerText : cell.InnerText)))];
    }
}
