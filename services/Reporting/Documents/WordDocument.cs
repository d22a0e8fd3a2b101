using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AnSinh.Reporting.Documents;

/// <summary>Makes a Word document of a rendered report: A4, headings, paragraphs and tables by named styles, so that people can go on editing.</summary>
public static class WordDocument
{
    // A4 and its margins in twentieths of a point: 20 mm above, below and right, 30 mm left (Decree 30/2020/NĐ-CP, annex I).
    const int PageWidth = 11_906;
    const int PageHeight = 16_838;
    const int Margin = 1_134;
    const int LeftMargin = 1_701;

    // Characters by which columns share the width of a table: room for a number at least, and for half a line at most.
    const int ShortestText = 12;
    const int LongestText = 40;

    /// <summary>The document, as the bytes of a .docx file; the same bytes for the same text.</summary>
    /// <param name="markdown">The report as templates render it.</param>
    public static byte[] Of(string markdown)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();

            // Ids that the library makes up differ each time.
            document.ChangeIdOfPart(main, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = WordStyles.All();
            var body = new Body();
            foreach (var block in MarkdownBlocks.Read(markdown))
            {
                Append(body, block);
            }

            body.Append(new SectionProperties(
                new PageSize { Width = PageWidth, Height = PageHeight },
                new PageMargin { Top = Margin, Bottom = Margin, Right = Margin, Left = LeftMargin, Header = 567, Footer = 567, Gutter = 0 }));
            main.Document = new Document(body);
        }

        return DeterministicPackage.Of(stream.ToArray());
    }

    static void Append(Body body, MarkdownBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                body.Append(Paragraph(heading.Text, WordStyles.Heading(heading.Level)));
                break;
            case ParagraphBlock { IsItem: true } item:
                body.Append(Paragraph("– " + item.Text, WordStyles.Item));
                break;
            case ParagraphBlock paragraph:
                body.Append(Paragraph(paragraph.Text, null));
                break;
            case TableRows table:
                // Two tables in a row would grow together, and a document may not end with one.
                body.Append(Table(table), Paragraph("", WordStyles.Cell));
                break;
        }
    }

    static Table Table(TableRows rows)
    {
        var widths = Widths(rows);
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = WordStyles.Table },
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }),
            new TableGrid(widths.Select(width => new GridColumn { Width = width })));
        var head = Row(rows.Head, _ => JustificationValues.Center, widths, bold: true);
        head.PrependChild(new TableRowProperties(new TableHeader()));
        table.Append(head);
        foreach (var row in rows.Rows)
        {
            table.Append(Row(row, column => Side(column < rows.Sides.Count ? rows.Sides[column] : ColumnSide.Left), widths, bold: false));
        }

        return table;
    }

    /// <summary>Widths of columns in twentieths of a point: the longer its texts, the wider a column, within bounds.</summary>
    static List<string> Widths(TableRows rows)
    {
        var longest = rows.Head.Select((head, column) => Math.Clamp(
            rows.Rows.Where(row => column < row.Count).Select(row => row[column].Length).Append(head.Length).Max(), ShortestText, LongestText)).ToList();
        return longest.ConvertAll(length => ((PageWidth - LeftMargin - Margin) * length / longest.Sum()).ToString(CultureInfo.InvariantCulture));
    }

    static TableRow Row(IReadOnlyList<string> cells, Func<int, JustificationValues> side, List<string> widths, bool bold)
    {
        var row = new TableRow();
        for (var column = 0; column < widths.Count; column++)
        {
            var paragraph = Paragraph(column < cells.Count ? cells[column] : "", WordStyles.Cell, bold);
            paragraph.ParagraphProperties!.Append(new Justification { Val = side(column) });
            row.Append(new TableCell(new TableCellProperties(new TableCellWidth { Width = widths[column], Type = TableWidthUnitValues.Dxa }), paragraph));
        }

        return row;
    }

    static JustificationValues Side(ColumnSide side) => side switch
    {
        ColumnSide.Right => JustificationValues.Right,
        ColumnSide.Centre => JustificationValues.Center,
        _ => JustificationValues.Left,
    };

    static Paragraph Paragraph(string text, string? style, bool bold = false)
    {
        var paragraph = new Paragraph();
        if (style is not null)
        {
            paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }

        foreach (var run in InlineText.Read(text))
        {
            var properties = new RunProperties();
            if (run.Bold || bold)
            {
                properties.Append(new Bold());
            }

            if (run.Italic)
            {
                properties.Append(new Italic());
            }

            paragraph.Append(new Run(properties, new Text(XmlText.Printable(run.Text)) { Space = SpaceProcessingModeValues.Preserve }));
        }

        return paragraph;
    }
}
