using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AnSinh.Reporting.Ledger;

/// <summary>A combination of dimension values. Dimensions without a value are left out.</summary>
public sealed class DimensionSet
{
    // Combinations that bookings of this process have met. A few thousand at most: occupations are groups, people are no dimension.
    static readonly ConcurrentDictionary<string, DimensionSet> Known = new(StringComparer.Ordinal);

    static readonly ConcurrentDictionary<string, DimensionSet>.AlternateLookup<ReadOnlySpan<char>> KnownBySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-+_.");

    readonly Dictionary<string, string> values;

    DimensionSet(string text, Dictionary<string, string> values)
    {
        Text = text;
        this.values = values;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        Key = BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    /// <summary>Longest text, in characters, that the ledger keeps.</summary>
    public const int LongestText = 400;

    /// <summary>First 8 bytes of the SHA-256 of <see cref="Text"/>.</summary>
    public long Key { get; }

    /// <summary>The values as JSON, members sorted.</summary>
    public string Text { get; }

    /// <summary>The values by dimension.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>The value of a dimension; empty where there is none.</summary>
    public string this[string dimension] => values.GetValueOrDefault(dimension, "");

    /// <summary>The combination of these values.</summary>
    /// <param name="values">Dimensions in ordinal order of their names, with their values; null and empty are left out.</param>
    public static DimensionSet Of(params ReadOnlySpan<(string Dimension, string? Value)> values)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[LongestText]);
        text.AppendLiteral("{");
        foreach (var (dimension, value) in values)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.AppendLiteral(text.Text.Length == 1 ? "\"" : ",\"");
                text.AppendLiteral(dimension);
                text.AppendLiteral("\":\"");
                text.AppendLiteral(Escaped(value));
                text.AppendLiteral("\"");
            }
        }

        text.AppendLiteral("}");
        // Nearly always known, so no text is made.
        var set = KnownBySpan.TryGetValue(text.Text, out var known) ? known : OfText(text.Text.ToString());
        text.Clear();
        return set;
    }

    static string Escaped(string value) =>
        value.AsSpan().ContainsAnyExcept(Plain) ? JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString() : value;

    /// <summary>The combination that a text says.</summary>
    /// <param name="text">As in <see cref="Text"/>.</param>
    public static DimensionSet OfText(string text) =>
        Known.GetOrAdd(text, static text => new DimensionSet(text, JsonSerializer.Deserialize<Dictionary<string, string>>(text)!));
}
