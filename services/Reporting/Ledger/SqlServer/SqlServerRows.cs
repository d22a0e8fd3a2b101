using System.Globalization;
using System.Text;
using System.Text.Json;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Reporting.Ledger.SqlServer;

/// <summary>Lists as <see cref="SqlServerStatements"/> reads them: a JSON array with one array of values a row.</summary>
static class SqlServerRows
{
    public static string Of(IEnumerable<FactRow> facts) => Write(facts, static (writer, fact) =>
    {
        Write(writer, fact.EventId);
        writer.WriteNumberValue(fact.Ordinal);
        writer.WriteNumberValue(fact.Measure);
        writer.WriteNumberValue(StoredFormats.ToNumber(fact.Day));
        writer.WriteStringValue(fact.AreaCode);
        writer.WriteNumberValue(fact.Dims);
        Write(writer, fact.Person);
        writer.WriteNumberValue(fact.Quantity);
        writer.WriteNumberValue(fact.AmountVnd);
        writer.WriteNumberValue(fact.Sign);
        writer.WriteNumberValue(fact.RecordedAt.UtcTicks);
        writer.WriteStringValue(fact.Source);
        writer.WriteNumberValue(fact.Sequence);
        Write(writer, fact.Subject);
        Write(writer, fact.ReversesEventId);
    });

    public static string Of(IEnumerable<DimensionSet> sets) => Write(sets, static (writer, set) =>
    {
        writer.WriteNumberValue(set.Key);
        writer.WriteStringValue(set.Text);
    });

    public static string Of(IEnumerable<(CellKey Key, CellSum Delta)> cells) => Write(cells, static (writer, cell) =>
    {
        Write(writer, cell.Key);
        writer.WriteNumberValue(cell.Delta.Count);
        writer.WriteNumberValue(cell.Delta.Quantity);
        writer.WriteNumberValue(cell.Delta.AmountVnd);
    });

    public static string Of(IEnumerable<(PresenceKey Key, long Delta)> presences) => Write(presences, static (writer, presence) =>
    {
        Write(writer, presence.Key.Cell);
        writer.WriteStringValue(presence.Key.Person.ToString("X32", CultureInfo.InvariantCulture));
        writer.WriteNumberValue(presence.Delta);
    });

    static string Write<T>(IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (var row in rows)
            {
                writer.WriteStartArray();
                write(writer, row);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    static void Write(Utf8JsonWriter writer, CellKey key)
    {
        writer.WriteNumberValue(key.Measure);
        writer.WriteStringValue(key.AreaCode);
        writer.WriteNumberValue(key.Day);
        writer.WriteNumberValue(key.Dims);
    }

    static void Write(Utf8JsonWriter writer, Guid? id)
    {
        if (id is { } known)
        {
            writer.WriteStringValue(Convert.ToHexString(known.ToByteArray(true)));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
