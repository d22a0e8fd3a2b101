using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AnSinh.Reporting.Documents;

/// <summary>Makes workbooks of rendered reports, with a sheet for each table and one of all figures: the same bytes for the same report.</summary>
static class ExcelDocument
{
    const string FigureSheet = "Số liệu";

    /// <summary>Number of the style of heads.</summary>
    public const uint HeadStyle = 1;

    /// <summary>Number of the style of all else.</summary>
    public const uint BodyStyle = 2;

    // In characters: what is longer goes on in the next line of its cell.
    const int NarrowestColumn = 10;
    const int WidestColumn = 50;

    /// <summary>Paper of ISO A4 (ECMA-376 part 1, 18.3.1.63).</summary>
    public const uint A4 = 9;

    /// <summary>The workbook, as the bytes of an .xlsx file.</summary>
    /// <param name="markdown">The report as templates render it.</param>
    /// <param name="figures">The sheet of all figures.</param>
    public static byte[] Of(string markdown, SheetRows figures)
    {
        var tables = MarkdownBlocks.Read(markdown).OfType<TableRows>().Select(Rows).ToList();
        return Of([.. tables.Select((table, index) => (string.Create(CultureInfo.InvariantCulture, $"Bảng {index + 1}"), table)), (FigureSheet, figures)]);
    }

    static byte[] Of(IReadOnlyList<(string Name, SheetRows Rows)> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var main = document.AddWorkbookPart();
            document.ChangeIdOfPart(main, "rId1");
            var styles = main.AddNewPart<WorkbookStylesPart>("rId1");
            styles.Stylesheet = Styles();
            var list = new Sheets();
            foreach (var (name, rows) in sheets)
            {
                Append(main, list, name, rows);
            }

            main.Workbook = new Workbook(list);
        }

        return DeterministicPackage.Of(stream.ToArray());
    }

    static SheetRows Rows(TableRows table) => new(
        [.. table.Head.Select(Plain)], [.. table.Rows.Select(row => (IReadOnlyList<SheetCell>)[.. row.Select(cell => SheetCell.Printed(Plain(cell)))])]);

    static string Plain(string cell) => string.Concat(InlineText.Read(cell).Select(run => run.Text)).Trim();

    static void Append(WorkbookPart main, Sheets sheets, string name, SheetRows rows)
    {
        var number = (uint)sheets.ChildElements.Count + 1;
        var id = string.Create(CultureInfo.InvariantCulture, $"rId{number + 1}");
        var data = new SheetData();
        data.Append(Row(1, rows.Head.Select(SheetCell.Text), HeadStyle));
        uint line = 1;
        foreach (var row in rows.Rows)
        {
            data.Append(Row(++line, row, BodyStyle));
        }

        main.AddNewPart<WorksheetPart>(id).Worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            ColumnsOf(rows),
            data,
            // Printed across, as wide as the paper and as long as it is.
            new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        sheets.Append(new Sheet { Name = name, SheetId = number, Id = id });
    }

    static Row Row(uint line, IEnumerable<SheetCell> cells, uint style)
    {
        var row = new Row { RowIndex = line };
        foreach (var (cell, column) in cells.Select((cell, column) => (cell, column)))
        {
            var reference = string.Create(CultureInfo.InvariantCulture, $"{ColumnName(column)}{line}");
            row.Append(cell.IsNumber
                ? new Cell { CellReference = reference, StyleIndex = style, CellValue = new CellValue(cell.Value) }
                : new Cell
                {
                    CellReference = reference,
                    StyleIndex = style,
                    DataType = CellValues.InlineString,
                    InlineString = new InlineString(new Text(XmlText.Printable(cell.Value)) { Space = SpaceProcessingModeValues.Preserve }),
                });
        }

        return row;
    }

    static Columns ColumnsOf(SheetRows rows) => new(rows.Head.Select((head, column) => new Column
    {
        Min = (uint)column + 1,
        Max = (uint)column + 1,
        Width = Math.Clamp(rows.Rows.Where(row => column < row.Count).Select(row => row[column].Value.Length).Append(head.Length).Max() + 2, NarrowestColumn, WidestColumn),
        CustomWidth = true,
    }));

    /// <summary>A to Z, then AA and so on.</summary>
    public static string ColumnName(int column) => column < 26 ? ((char)('A' + column)).ToString() : ColumnName((column / 26) - 1) + (char)('A' + (column % 26));

    /// <summary>The styles of a workbook.</summary>
    public static Stylesheet Styles() => new(
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Times New Roman" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Times New Roman" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(
                new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin }, new TopBorder { Style = BorderStyleValues.Thin },
                new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat { FontId = 0 },
            new CellFormat(new Alignment { Horizontal = HorizontalAlignmentValues.Center, Vertical = VerticalAlignmentValues.Center, WrapText = true })
            {
                FontId = 1,
                BorderId = 1,
                ApplyFont = true,
                ApplyBorder = true,
                ApplyAlignment = true,
            },
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }) { FontId = 0, BorderId = 1, ApplyBorder = true, ApplyAlignment = true }));
}
