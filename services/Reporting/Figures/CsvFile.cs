using System.Buffers;
using System.Text;
using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Figures;

/// <summary>Rows as comma-separated values after RFC 4180; numbers exact in the form of data, and as printed.</summary>
/// <param name="asked">The question.</param>
sealed class CsvFile(AskedFigures asked) : IFigureFile
{
    readonly Dictionary<string, (string Name, string Unit)> indicators = asked.Indicators.ToDictionary(
        indicator => indicator.Code, indicator => (indicator.NameVi, indicator.Unit.Name), StringComparer.Ordinal);

    public string ContentType => "text/csv; charset=utf-8";

    public string Extension => ".csv";

    public void Begin(IBufferWriter<byte> file) => Write(file,
    [
        "period", "area_code", "area_name", "below", "total", .. asked.Dimensions, "indicator", "name_vi", "unit", "exact", "printed", "numerator", "denominator",
        "plan_percent", .. asked.Compared ? (string[])["earlier_period", "earlier_exact", "earlier_printed", "difference", "change_percent"] : [],
        .. asked.View.Outline is null ? [] : (string[])["kept_out_of"],
    ]);

    public void Add(IReadOnlyList<FigureRow> rows, IBufferWriter<byte> file)
    {
        foreach (var row in rows)
        {
            Write(row, "", file);
        }
    }

    public void AddApart(IReadOnlyList<FigureKeptApart> units, IBufferWriter<byte> file)
    {
        foreach (var (period, area) in units.Select(unit => (unit.Period, unit.Area)))
        {
            foreach (var figure in area.Figures)
            {
                Write(new FigureRow { Period = period, AreaCode = area.Code, AreaName = area.DisplayName, Figure = figure }, string.Join(' ', area.KeptOutOf), file);
            }
        }
    }

    public void End(IBufferWriter<byte> file)
    {
    }

    void Write(FigureRow row, string keptOutOf, IBufferWriter<byte> file)
    {
        var figure = row.Figure;
        var (name, unit) = indicators[figure.Indicator];
        var earlier = row.Comparison ?? new FigureComparison();
        // The row of all members has the code for "total"; a member without a value stays empty.
        var members = row.Members.Count > 0 ? row.Members.AsEnumerable() : asked.Dimensions.Select(_ => Sdmx.Total);
        Write(file,
        [
            row.Period, row.AreaCode, row.AreaName, row.Below, row.Total ? "true" : "false", .. members, figure.Indicator, name, unit, figure.Exact, figure.Printed,
            figure.Numerator, figure.Denominator, figure.Plan?.Percent ?? "",
            .. asked.Compared ? (string[])[earlier.Period, earlier.Exact, earlier.Printed, earlier.Difference, earlier.Change] : [],
            .. asked.View.Outline is null ? [] : (string[])[keptOutOf],
        ]);
    }

    static void Write(IBufferWriter<byte> file, IReadOnlyList<string> fields) =>
        Encoding.UTF8.GetBytes(string.Join(',', fields.Select(Quoted)) + "\r\n", file);

    static string Quoted(string field) => field.AsSpan().ContainsAny(',', '"', '\n') || field.Contains('\r', StringComparison.Ordinal)
        ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : field;
}
