using System.Globalization;
using System.Text.Json;

namespace AnSinh.Reporting.Figures;

/// <summary>What an SDMX-JSON message says of itself and of its codes.</summary>
sealed partial class SdmxFile
{
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
        WriteComponents(
            json,
            "attributes",
            [
                ("UNIT_MEASURE", "Đơn vị tính", ""), ("PRINTED", "Như in trong báo cáo", "String"), ("EXACT", "Giá trị đúng, phân số khi cần", "String"),
                .. restated ? [("KEPT_OUT_OF", "Địa bàn không tính, vì đơn vị đã chia cho nhiều nơi", "String")] : Array.Empty<(string, string, string)>(),
            ]);
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
}
