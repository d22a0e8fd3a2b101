using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AnSinh.Reporting.Documents;

/// <summary>The styles of report documents, by Decree 30/2020/NĐ-CP, annex I: Times New Roman, 13 to 14 points, black.</summary>
static class WordStyles
{
    /// <summary>Style of table cells.</summary>
    public const string Cell = "ReportCell";

    /// <summary>Style of tables.</summary>
    public const string Table = "ReportTable";

    /// <summary>Style of list items.</summary>
    public const string Item = "ReportItem";

    const string Font = "Times New Roman";
    const int TextPoints = 14;
    const int TablePoints = 13;

    // 6 points before and after a paragraph; a first line begins 1 cm in (annex I, part II).
    const string Gap = "120";
    const string FirstLine = "567";

    /// <summary>The style of a heading.</summary>
    public static string Heading(int level) => $"Heading{level.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>All styles.</summary>
    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font }, new FontSize { Val = Half(TextPoints) },
                new FontSizeComplexScript { Val = Half(TextPoints) }, new Languages { Val = "vi-VN" })),
            new ParagraphPropertiesDefault()),
        Paragraph("Normal", "Normal", null, new StyleParagraphProperties(
            new SpacingBetweenLines { Before = Gap, After = Gap }, new Indentation { FirstLine = FirstLine }, new Justification { Val = JustificationValues.Both }), null),
        HeadingStyle(1, JustificationValues.Center), HeadingStyle(2, JustificationValues.Left), HeadingStyle(3, JustificationValues.Left),
        Paragraph(Item, "Report item", "Normal", new StyleParagraphProperties(new Indentation { Left = FirstLine, FirstLine = "0" }), null),
        Paragraph(
            Cell,
            "Report cell",
            "Normal",
            new StyleParagraphProperties(
                new SpacingBetweenLines { Before = "40", After = "40" }, new Indentation { FirstLine = "0" }, new Justification { Val = JustificationValues.Left }),
            new StyleRunProperties(new FontSize { Val = Half(TablePoints) }, new FontSizeComplexScript { Val = Half(TablePoints) })),
        TableStyle());

    static Style HeadingStyle(int level, JustificationValues side) => Paragraph(
        Heading(level),
        $"heading {level.ToString(CultureInfo.InvariantCulture)}",
        "Normal",
        new StyleParagraphProperties(
            new KeepNext(), new Indentation { FirstLine = "0" }, new Justification { Val = side }, new OutlineLevel { Val = level - 1 }),
        level == 3 ? new StyleRunProperties(new Bold(), new Italic()) : new StyleRunProperties(new Bold()));

    static Style Paragraph(string id, string name, string? basedOn, StyleParagraphProperties paragraph, StyleRunProperties? run)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = basedOn is null ? true : null };
        style.Append(new StyleName { Val = name });
        if (basedOn is not null)
        {
            style.Append(new BasedOn { Val = basedOn });
        }

        style.Append(new PrimaryStyle(), paragraph);
        if (run is not null)
        {
            style.Append(run);
        }

        return style;
    }

    static Style TableStyle()
    {
        var style = new Style { Type = StyleValues.Table, StyleId = Table, Default = true };
        style.Append(
            new StyleName { Val = "Report table" },
            new StyleTableProperties(
                new TableBorders(
                    Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa })));
        return style;
    }

    static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };

    static string Half(int points) => (points * 2).ToString(CultureInfo.InvariantCulture);
}
