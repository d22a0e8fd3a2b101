using System.Text.Json;
using AnSinh.Reporting.Numbers;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Documents;

/// <summary>What somebody reads who opens our documents with LibreOffice is what the report says: every sentence and every figure.</summary>
public sealed class LibreOfficeTests(ConvertedReports reports) : IClassFixture<ConvertedReports>
{
    [Fact]
    public void Word_OpenedByLibreOffice_SaysWhatTheMarkdownSays_InItsOrderAndNothingElse()
    {
        foreach (var report in reports.All)
        {
            var lines = report.Markdown.Split('\n').Where(line => !IsRule(line)).Select(line => line.StartsWith("- ", StringComparison.Ordinal) ? "–" + line[2..] : line);
            Letters(report.Text).ShouldBe(Letters(string.Concat(lines)), report.Name);
        }

        reports.All[0].Markdown.ShouldContain("1.234 người, đạt 5,14% kế hoạch");
        reports.All[^1].Text.ShouldContain("Tiếp tục tư vấn & giới thiệu việc làm <cho \"người\" lao động>.");
    }

    [Fact]
    public void Workbook_OpenedByLibreOffice_HasEveryTable_WithNumbersAsNumbers()
    {
        var numbers = 0;
        foreach (var report in reports.All)
        {
            foreach (var (table, index) in TablesOf(report.Markdown).Select((table, index) => (table, index)))
            {
                var rows = report.Sheet($"Bảng {index + 1}").Select(Cells).ToList();
                rows.Count.ShouldBe(table.Count);
                foreach (var (row, expected) in rows.Zip(table))
                {
                    row.Select(cell => cell.IsNumber ? Rational.Parse(cell.Text).ToString() : cell.Text).ShouldBe(expected.Select((text, column) => row[column].IsNumber ? Number(text) : text));
                    numbers += row.Count(cell => cell.IsNumber);
                }
            }
        }

        numbers.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Workbook_OpenedByLibreOffice_HasEveryFigure_ExactAndAsPrinted()
    {
        foreach (var report in reports.All)
        {
            using var json = JsonDocument.Parse(report.Json);
            var figures = json.RootElement.GetProperty("figures").EnumerateArray().ToList();
            var rows = report.Sheet("Số liệu").Skip(1).Select(Cells).ToList();
            rows.Count.ShouldBe(figures.Count);
            foreach (var (row, figure) in rows.Zip(figures))
            {
                row.Select((cell, column) => column is 7 or 8 or 9 && cell.Text.Length > 0 ? Rational.Parse(cell.Text).ToString() : cell.Text).ShouldBe(
                    new[] { "indicator", "formula", "dimension", "member", "area_code", "from", "to", "exact", "numerator", "denominator", "printed" }
                        .Select(name => figure.GetProperty(name).GetString()));
            }
        }
    }

    [Theory]
    [InlineData("docx", "595")]
    [InlineData("xlsx", "841")]
    public void Pdf_MadeByLibreOffice_IsOnA4_UprightAsADocument_AcrossAsAWorkbook(string kind, string width)
    {
        foreach (var report in reports.All)
        {
            report.Pdf(kind).Split("/MediaBox[0 0 ").Skip(1).ShouldNotBeEmpty();
            report.Pdf(kind).Split("/MediaBox[0 0 ").Skip(1).ShouldAllBe(box => box.StartsWith(width, StringComparison.Ordinal), report.Name);
        }
    }

    static bool IsRule(string line) => line.StartsWith('|') && line.All(letter => letter is '|' or '-' or ':');

    static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('#' or '*' or '|')));

    /// <summary>The tables of a report, each a list of rows of cells.</summary>
    static IEnumerable<List<string[]>> TablesOf(string markdown)
    {
        var table = new List<string[]>();
        foreach (var line in markdown.Split('\n').Append(""))
        {
            if (line.StartsWith('|') && !IsRule(line))
            {
                table.Add([.. line.Trim('|').Split('|').Select(cell => cell.Replace("*", "", StringComparison.Ordinal).Trim())]);
            }
            else if (table.Count > 0 && !line.StartsWith('|'))
            {
                yield return table;
                table = [];
            }
        }
    }

    /// <summary>A number in Vietnamese form as data write it.</summary>
    static string Number(string text) => VietnameseNumber.TryParse(text, out var number) ? number.ToString() : $"{text} is no number";

    /// <summary>Cells of a line of CSV in which texts, and only they, stand in quotes.</summary>
    static List<(string Text, bool IsNumber)> Cells(string line)
    {
        var cells = new List<(string Text, bool IsNumber)>();
        for (var at = 0; at <= line.Length; at++)
        {
            if (at < line.Length && line[at] == '"')
            {
                var end = at + 1;
                while (line[end] != '"' || (end + 1 < line.Length && line[end + 1] == '"'))
                {
                    end += line[end] == '"' ? 2 : 1;
                }

                cells.Add((line[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal), false));
                at = end + 1;
            }
            else
            {
                var end = line.IndexOf(',', at) is >= 0 and var comma ? comma : line.Length;
                cells.Add((line[at..end], end > at));
                at = end;
            }
        }

        return cells;
    }
}
