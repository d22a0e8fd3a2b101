using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.AllInOne.Figures;

/// <summary>Rows as a table for people: figures as printed, and only the columns that hold something.</summary>
static class FigureTable
{
    static readonly (string Head, Func<FigureRow, string> Cell)[] columns =
    [
        ("Chỉ tiêu", row => row.Figure.Indicator),
        ("Kỳ", row => row.Period),
        ("Địa bàn", AreaOf),
        ("Phân tổ", MembersOf),
        ("Giá trị", row => row.NoTotal.Length > 0 ? "không cộng được" : row.Figure.Printed),
        ("Tử số/mẫu số", row => row.Figure.Denominator.Length > 0 ? $"{row.Figure.Numerator}/{row.Figure.Denominator}" : ""),
        ("Kế hoạch", row => row.Figure.Plan?.Printed ?? ""),
        ("Cùng kỳ", row => row.Comparison?.Printed ?? ""),
        ("Tăng, giảm", row => row.Comparison?.DifferencePrinted ?? ""),
        ("Tỷ lệ", row => row.Comparison?.ChangePrinted ?? ""),
        ("Lưu ý", row => string.Join(" ", row.Figure.Warnings.Select(warning => warning.Message))),
    ];

    /// <summary>Writes the table.</summary>
    public static void Write(TextWriter output, IReadOnlyList<FigureRow> rows)
    {
        var shown = columns.Where(column => rows.Any(row => column.Cell(row).Length > 0)).ToList();
        var cells = rows.Select(row => shown.Select(column => column.Cell(row)).ToList()).Prepend([.. shown.Select(column => column.Head)]).ToList();
        var widths = shown.Select((_, index) => cells.Max(line => line[index].Length)).ToList();
        foreach (var line in cells)
        {
            output.WriteLine(string.Join("  ", line.Select((cell, index) => cell.PadRight(widths[index]))).TrimEnd());
        }
    }

    /// <summary>One row as a sentence.</summary>
    public static string Line(FigureRow row) =>
        $"{row.Figure.Indicator}  {row.Period}  {AreaOf(row)}{(row.Members.Count > 0 ? "  " + MembersOf(row) : "")}: {row.Figure.Printed}";

    /// <summary>A unit that is kept apart, a sentence for each of its figures.</summary>
    public static IEnumerable<string> Lines(FigureKeptApart apart) => apart.Area.Figures.Select(figure =>
        $"Để riêng: {figure.Indicator}  {apart.Period}  {apart.Area.Code} {apart.Area.DisplayName}: {figure.Printed}, không tính trong {string.Join(", ", apart.Area.KeptOutOf)}.");

    static string AreaOf(FigureRow row) => row switch
    {
        { Total: true, AreaCode: "" } => "Tổng số",
        { Total: true } => $"Tổng số {row.AreaName}",
        { Below: "" } => $"{row.AreaCode} {row.AreaName}",
        _ => $"{row.AreaCode} {row.AreaName} (thuộc {row.Below})",
    };

    static string MembersOf(FigureRow row) => string.Join(" × ", row.Members.Select(member => member.Length == 0 ? "không rõ" : member));
}
