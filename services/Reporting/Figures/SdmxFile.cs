using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Figures;

/// <summary>
/// Rows as an SDMX-JSON 2.1 data message: dimensions INDICATOR, REF_AREA, TIME_PERIOD and those of the breakdown, the measure OBS_VALUE, and
/// the attributes UNIT_MEASURE, PRINTED and EXACT (OBS_VALUE is decimal, so a third is exact only there); restated also KEPT_OUT_OF. The codes stand before the
/// observations, so nothing is written before all rows are known.
/// </summary>
/// <param name="asked">The question.</param>
/// <param name="now">When the message is made.</param>
sealed partial class SdmxFile(AskedFigures asked, DateTimeOffset now) : IFigureFile
{
    const string Schema = "https://json.sdmx.org/2.1/sdmx-json-data-schema.json";
    const string Dataflow = "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=ANSINH:FIGURES(1.0)";
    static readonly Rational tooLarge = Rational.Parse("1000000000000000000000000000");

    readonly SdmxValues indicators = new("INDICATOR", "Chỉ tiêu");
    readonly SdmxValues areas = new("REF_AREA", "Địa bàn");
    readonly SdmxValues periods = new("TIME_PERIOD", "Kỳ");
    readonly SdmxValues units = new("UNIT_MEASURE", "Đơn vị tính");
    readonly List<SdmxValues> breakdown = [.. asked.Dimensions.Select(code => new SdmxValues(code.ToUpperInvariant(), asked.Indicators[0].Formula.Dimensions[code].NameVi))];
    readonly bool restated = asked.View.Outline is not null;
    readonly Dictionary<string, (IndicatorFigure Figure, int Unit, string KeptOutOf)> observations = new(StringComparer.Ordinal);
    readonly Dictionary<string, Catalogue.IndicatorDefinition> known = asked.Indicators.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);

    public string ContentType => "application/vnd.sdmx.data+json; version=2.1; charset=utf-8";

    public string Extension => ".sdmx.json";

    public void Begin(IBufferWriter<byte> file)
    {
    }

    public void Add(IReadOnlyList<FigureRow> rows, IBufferWriter<byte> file)
    {
        foreach (var row in rows)
        {
            var area = row.AreaCode.Length == 0 ? areas.NumberOf(Sdmx.Total, "Tổng các địa bàn")
                : areas.NumberOf(row.Below.Length == 0 ? row.AreaCode : $"{row.AreaCode}@{row.Below}", row.AreaName);
            Observe(row, area, "");
        }
    }

    public void AddApart(IReadOnlyList<FigureKeptApart> units, IBufferWriter<byte> file)
    {
        foreach (var (period, area) in units.Select(unit => (unit.Period, unit.Area)))
        {
            // A unit of the day of the outline may bear its code.
            var since = area.ValidFrom is { } from ? string.Create(CultureInfo.InvariantCulture, $"{from.Year:0000}{from.Month:00}{from.Day:00}") : "";
            var number = areas.NumberOf($"{area.Code}@KEPT{since}", area.DisplayName);
            foreach (var figure in area.Figures)
            {
                Observe(new FigureRow { Period = period, Figure = figure }, number, string.Join(' ', area.KeptOutOf));
            }
        }
    }

    public void End(IBufferWriter<byte> file)
    {
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        WriteMeta(json);
        json.WriteStartObject("data");
        json.WriteStartArray("structures");
        WriteStructure(json);
        json.WriteEndArray();
        json.WriteStartArray("dataSets");
        WriteDataSet(json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    void Observe(FigureRow row, int area, string keptOutOf)
    {
        var indicator = known[row.Figure.Indicator];
        var period = PeriodText.Parse(row.Period);
        int[] key =
        [
            indicators.NumberOf(indicator.Code, indicator.NameVi),
            area,
            periods.NumberOf(Sdmx.Of(period), period.Name, period),
            .. breakdown.Select((dimension, index) => NumberOf(dimension, index, row)),
        ];
        // The total over a unit and the unit's own row are the same observation.
        observations.TryAdd(
            string.Join(':', key.Select(number => number.ToString(CultureInfo.InvariantCulture))),
            (row.Figure, units.NumberOf(indicator.Unit.Name, indicator.Unit.Name), keptOutOf));
    }

    int NumberOf(SdmxValues dimension, int index, FigureRow row)
    {
        if (row.Members.Count == 0)
        {
            return dimension.NumberOf(Sdmx.Total, "Tổng số");
        }

        var definition = known[row.Figure.Indicator].Formula.Dimensions[asked.Dimensions[index]];
        var member = row.Members[index];
        return dimension.NumberOf(member.Length == 0 ? Sdmx.Unknown : member, definition.NameOf(member));
    }

    void WriteDataSet(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("structure", 0);
        json.WriteString("action", "Information");
        json.WriteString("validFrom", Instant(asked.View.AsOf ?? now));
        json.WriteStartObject("observations");
        foreach (var (key, (figure, unit, keptOutOf)) in observations)
        {
            json.WriteStartArray(key);
            WriteValue(json, figure.Exact);
            json.WriteNumberValue(unit);
            json.WriteStringValue(figure.Printed);
            json.WriteStringValue(figure.Exact);
            if (restated)
            {
                json.WriteStringValue(keptOutOf);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteValue(Utf8JsonWriter json, string exact)
    {
        if (!Rational.TryParse(exact, out var value))
        {
            json.WriteNullValue();
        }
        else if (value.Abs() < tooLarge)
        {
            json.WriteNumberValue(value.ToDecimal());
        }
        else
        {
            json.WriteStringValue(exact);
        }
    }

    static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
