using System.Buffers;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Documents;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Figures;

/// <summary>
/// Rows as a workbook: numbers as numbers, so that people can go on computing, and beside them as printed. A workbook is packed when all is
/// known, so nothing is written before.
/// </summary>
/// <param name="asked">The question.</param>
sealed class ExcelFile(AskedFigures asked) : IFigureFile
{
    readonly Dictionary<string, (string Name, string Unit)> indicators = asked.Indicators.ToDictionary(
        indicator => indicator.Code, indicator => (indicator.NameVi, indicator.Unit.Name), StringComparer.Ordinal);

    readonly Dictionary<string, string> periods = asked.Periods.Select(one => one.Period).ToDictionary(period => period.ToString(), PeriodNames.NameOf, StringComparer.Ordinal);
    readonly List<IReadOnlyList<SheetCell>> lines = [];
    readonly List<IReadOnlyList<SheetCell>> apart = [];

    /// <summary>Most cells of a workbook of a question: it is held in memory until it is packed; with members a cell has many lines.</summary>
    /// <param name="hasMembers">Whether figures are broken down by dimensions.</param>
    public static long MostCells(bool hasMembers) => hasMembers ? 2_000 : 20_000;

    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public string Extension => ".xlsx";

    public void Begin(IBufferWriter<byte> file)
    {
    }

    public void Add(IReadOnlyList<FigureRow> rows, IBufferWriter<byte> file) => lines.AddRange(rows.Select(Line));

    public void AddApart(IReadOnlyList<FigureKeptApart> units, IBufferWriter<byte> file) => apart.AddRange(
        from unit in units
        from figure in unit.Area.Figures
        select (IReadOnlyList<SheetCell>)
        [
            .. Texts(unit.Period, periods[unit.Period], unit.Area.Code, unit.Area.DisplayName), .. Figure(figure), SheetCell.Text(string.Join(", ", unit.Area.KeptOutOf)),
        ]);

    public void End(IBufferWriter<byte> file)
    {
        string[] place = ["Mã kỳ", "Kỳ", "Mã địa bàn", "Địa bàn"];
        string[] figure = ["Mã chỉ tiêu", "Chỉ tiêu", "Đơn vị tính", "Giá trị", "Như in"];
        var head = new SheetRows(
            [
                .. place, "Thuộc", "Tổng số", .. asked.Dimensions.Select(code => asked.Indicators[0].Formula.Dimensions[code].NameVi), .. figure,
                "Tử số", "Mẫu số", "Kế hoạch", "% kế hoạch", .. asked.Compared ? (string[])["Kỳ so sánh", "Giá trị kỳ so sánh", "Tăng, giảm", "Tăng, giảm %"] : [],
            ],
            lines);
        file.Write(ExcelDocument.Of(apart.Count == 0
            ? [("Số liệu", head)]
            : [("Số liệu", head), ("Đơn vị để riêng", new SheetRows([.. place, .. figure, "Không tính trong"], apart))]));
    }

    IReadOnlyList<SheetCell> Line(FigureRow row) =>
    [
        .. Texts(row.Period, periods[row.Period], row.AreaCode, row.AreaName, row.Below, row.Total ? "x" : ""), .. Members(row), .. Figure(row.Figure),
        .. Numbers(row.Figure.Numerator, row.Figure.Denominator, row.Figure.Plan?.Target, row.Figure.Plan?.Percent),
        .. asked.Compared ? Texts(row.Comparison?.Period).Concat(Numbers(row.Comparison?.Exact, row.Comparison?.Difference, row.Comparison?.Change)) : [],
    ];

    IEnumerable<SheetCell> Members(FigureRow row) => Texts([.. asked.Dimensions.Select((code, index) => row.Members.Count == 0 ? "Tổng số"
        : asked.Indicators[0].Formula.Dimensions[code].NameOf(row.Members[index]))]);

    IEnumerable<SheetCell> Figure(IndicatorFigure figure)
    {
        var (name, unit) = indicators[figure.Indicator];
        return [.. Texts(figure.Indicator, name, unit), .. Numbers(figure.Exact), .. Texts(figure.Printed)];
    }

    static IEnumerable<SheetCell> Texts(params string?[] texts) => texts.Select(text => SheetCell.Text(text ?? ""));

    // A number that never ends is a text, as data write it: 1/3.
    static IEnumerable<SheetCell> Numbers(params string?[] numbers) => numbers.Select(number => SheetCell.Exact(number ?? ""));
}
