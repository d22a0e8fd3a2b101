namespace AnSinh.Reporting.Figures;

/// <summary>Limits of files of figures (section <c>Reporting:Export</c>).</summary>
public sealed class ExportOptions
{
    /// <summary>Most lines of a workbook's sheet, without its head; programs read 1,048,576 (ECMA-376 part 1, 18.3.1.73, and the limits of Excel).</summary>
    public int LinesInSheet { get; set; } = 1_000_000;
}
