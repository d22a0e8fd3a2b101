using System.Text.Json;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Figures;

/// <summary>The values of a dimension, each once, in the order in which they were met; observations name them by their number.</summary>
/// <param name="id">Identifier of the dimension.</param>
/// <param name="name">Its name in Vietnamese.</param>
sealed class SdmxValues(string id, string name)
{
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    readonly List<(string Code, string Name, Period? Period)> values = [];

    /// <summary>The number of a value.</summary>
    public int NumberOf(string code, string nameVi, Period? period = null)
    {
        if (!numbers.TryGetValue(code, out var number))
        {
            numbers.Add(code, number = values.Count);
            values.Add((code, nameVi, period));
        }

        return number;
    }

    /// <summary>Writes the dimension.</summary>
    public void Write(Utf8JsonWriter json, int position)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteNumber("keyPosition", position);
        if (values.Count > 0)
        {
            WriteValues(json);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the values alone.</summary>
    public void WriteValues(Utf8JsonWriter json)
    {
        json.WriteStartArray("values");
        foreach (var (code, nameVi, period) in values)
        {
            json.WriteStartObject();
            json.WriteString(Sdmx.IsId(code) ? "id" : "value", code);
            json.WriteString("name", nameVi);
            if (period is not null)
            {
                json.WriteString("start", Sdmx.StartOf(period));
                json.WriteString("end", Sdmx.EndOf(period));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
