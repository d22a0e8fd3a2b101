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
/// the attributes UNIT_MEASURE, PRINTED and EXACT (OBS_VALUE is decimal, so a third is exact only there). The codes stand before the
/// observations, so nothing is written before all rows are known.
/// </summary>
/// <param name="asked">The question.</param>
/// <param name="now">When the message is made.</param>
sealed class SdmxFile(AskedFigures asked, DateTimeOffset now) : IFigureFile
{
    const string Schema = "https://json.sdmx.org/2.1/sdmx-json-data-schema.json";
    const string Dataflow = "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=ANSINH:FIGURES(1.0)";
    static readonly Rational tooLarge = Rational.Parse("1000000000000000000000000000");

    readonly SdmxValues indicators = new("INDICATOR", "Chỉ tiêu");
    readonly SdmxValues areas = new("REF_AREA", "Địa bàn");
    readonly SdmxValues periods = new("TIME_PERIOD", "Kỳ");
    readonly SdmxValues units = new("UNIT_MEASURE", "Đơn vị tính");
    readonly List<SdmxValues> breakdown = [.. asked.Dimensions.Select(code => new SdmxValues(code.ToUpperInvariant(), asked.Indicators[0].Formula.Dimensions[code].NameVi))];
    readonly Dictionary<string, (IndicatorFigure Figure, int Unit)> observations = new(StringComparer.Ordinal);
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
            var indicator = known[row.Figure.Indicator];
            var period = PeriodText.Parse(row.Period);
            int[] key =
            [
                indicators.NumberOf(indicator.Code, indicator.NameVi),
                row.AreaCode.Length == 0 ? areas.NumberOf(Sdmx.Total, "Tổng các địa bàn")
                    : areas.NumberOf(row.Below.Length == 0 ? row.AreaCode : $"{row.AreaCode}@{row.Below}", row.AreaName),
                periods.NumberOf(Sdmx.Of(period), period.Name, period),
                .. breakdown.Select((dimension, index) => NumberOf(dimension, index, row)),
            ];
            // The total over a unit and the unit's own row are the same observation.
            observations.TryAdd(
                string.Join(':', key.Select(number => number.ToString(CultureInfo.InvariantCulture))),
                (row.Figure, units.NumberOf(indicator.Unit.Name, indicator.Unit.Name)));
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

    void WriteMeta(Utf8JsonWriter json)
    {
        json.WriteStartObject("meta");
        json.WriteString("id", "ANSINH-" + now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("prepared", Instant(now));
        json.WriteStartArray("contentLanguages");
        json.WriteStringValue("vi");
        json.WriteEndArray();
        json.WriteStartObject("sender");
        json.WriteString("id", "ANSINH");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    void WriteStructure(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("links");
        json.WriteStartObject();
        json.WriteString("urn", Dataflow);
        json.WriteString("rel", "dataflow");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("name", "Chỉ tiêu lao động, người có công và xã hội");
        json.WriteStartArray("dataSets");
        json.WriteNumberValue(0);
        json.WriteEndArray();
        json.WriteStartObject("dimensions");
        json.WriteStartArray("observation");
        foreach (var (position, dimension) in breakdown.Prepend(periods).Prepend(areas).Prepend(indicators).Index())
        {
            dimension.Write(json, position);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        WriteComponents(json, "measures", ("OBS_VALUE", "Giá trị", "Decimal"));
        WriteComponents(json, "attributes", ("UNIT_MEASURE", "Đơn vị tính", ""), ("PRINTED", "Như in trong báo cáo", "String"), ("EXACT", "Giá trị đúng, phân số khi cần", "String"));
        json.WriteEndObject();
    }

    void WriteComponents(Utf8JsonWriter json, string kind, params IReadOnlyList<(string Id, string Name, string Type)> components)
    {
        json.WriteStartObject(kind);
        json.WriteStartArray("observation");
        foreach (var (id, name, type) in components)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("name", name);
            if (kind == "attributes")
            {
                json.WriteStartObject("relationship");
                json.WriteStartObject("observation");
                json.WriteEndObject();
                json.WriteEndObject();
            }

            if (type.Length > 0)
            {
                json.WriteStartObject("format");
                json.WriteString("dataType", type);
                json.WriteEndObject();
            }
            else if (observations.Count > 0)
            {
                units.WriteValues(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    void WriteDataSet(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("structure", 0);
        json.WriteString("action", "Information");
        json.WriteString("validFrom", Instant(asked.View.AsOf ?? now));
        json.WriteStartObject("observations");
        foreach (var (key, (figure, unit)) in observations)
        {
            json.WriteStartArray(key);
            WriteValue(json, figure.Exact);
            json.WriteNumberValue(unit);
            json.WriteStringValue(figure.Printed);
            json.WriteStringValue(figure.Exact);
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
