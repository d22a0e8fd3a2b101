using System.Buffers;
using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Documents;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Figures;

/// <summary>Rows as a workbook: numbers as numbers, so that people can go on computing, and beside them as printed.</summary>
/// <param name="asked">The question.</param>
/// <param name="mostLines">Most lines of a sheet; the next go to a further one.</param>
sealed class ExcelFile(AskedFigures asked, int mostLines) : IFigureFile
{
    const string Figures = "Số liệu";

    // In characters; what is longer goes on in the next line of its cell.
    static readonly (string Head, int Width)[] place = [("Mã kỳ", 12), ("Kỳ", 24), ("Mã địa bàn", 12), ("Địa bàn", 28)];
    static readonly (string Head, int Width)[] value = [("Mã chỉ tiêu", 14), ("Chỉ tiêu", 50), ("Đơn vị tính", 14), ("Giá trị", 16), ("Như in", 20)];

    readonly Dictionary<string, (string Name, string Unit)> indicators = asked.Indicators.ToDictionary(
        indicator => indicator.Code, indicator => (indicator.NameVi, indicator.Unit.Name), StringComparer.Ordinal);

    readonly Dictionary<string, string> periods = asked.Periods.Select(one => one.Period).ToDictionary(period => period.ToString(), PeriodNames.NameOf, StringComparer.Ordinal);
    StreamedWorkbook? workbook;
    int sheets;
    bool isApart;

    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public string Extension => ".xlsx";

    public void Begin(IBufferWriter<byte> file)
    {
        workbook = new StreamedWorkbook(file);
        BeginSheet();
    }

    public void Add(IReadOnlyList<FigureRow> rows, IBufferWriter<byte> file)
    {
        foreach (var row in rows)
        {
            if (workbook!.Rows > mostLines)
            {
                BeginSheet();
            }

            workbook.Add(Line(row));
        }
    }

    public void AddApart(IReadOnlyList<FigureKeptApart> units, IBufferWriter<byte> file)
    {
        if (!isApart)
        {
            workbook!.Begin("Đơn vị để riêng", [.. place, .. value, ("Không tính trong", 30)]);
            isApart = true;
        }

        foreach (var (unit, figure) in units.SelectMany(unit => unit.Area.Figures.Select(figure => (unit, figure))))
        {
            workbook!.Add(
                [.. Texts(unit.Period, periods[unit.Period], unit.Area.Code, unit.Area.DisplayName), .. Figure(figure), SheetCell.Text(string.Join(", ", unit.Area.KeptOutOf))]);
        }
    }

    public void End(IBufferWriter<byte> file) => workbook!.Dispose();

    void BeginSheet() => workbook!.Begin(++sheets == 1 ? Figures : string.Create(CultureInfo.InvariantCulture, $"{Figures} {sheets}"),
    [
        .. place, ("Thuộc", 12), ("Tổng số", 10), .. asked.Dimensions.Select(code => (asked.Indicators[0].Formula.Dimensions[code].NameVi, 20)), .. value,
        ("Tử số", 16), ("Mẫu số", 16), ("Kế hoạch", 16), ("% kế hoạch", 14),
        .. asked.Compared ? ((string, int)[])[("Kỳ so sánh", 14), ("Giá trị kỳ so sánh", 16), ("Tăng, giảm", 16), ("Tăng, giảm %", 14)] : [],
    ]);

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
