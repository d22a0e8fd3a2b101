using System.Buffers.Text;

namespace AnSinh.Reporting.Measures;

/// <summary>Person keys as the ledger holds them: the 16 bytes that events write as 22 base64url characters.</summary>
static class PersonKey
{
    const int Length = 22;

    /// <summary>Reads a key, or answers null when the text is none.</summary>
    public static Guid? Read(string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        return text.Length == Length && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == 16
            ? new Guid(bytes, bigEndian: true)
            : null;
    }

    /// <summary>Adds one entry for each key.</summary>
    /// <returns>The first key that cannot be read, if any.</returns>
    public static string? AddEach(List<BookingEntry> entries, BookingEntry entry, IReadOnlyList<string>? keys)
    {
        foreach (var key in keys ?? [])
        {
            if (Read(key) is not { } person)
            {
                return key;
            }

            entries.Add(entry with { Person = person });
        }

        return null;
    }

    /// <summary>The booking of an event whose person key cannot be read.</summary>
    public static Booking Malformed(string text) =>
        Booking.Failed("person_key.malformed", $"\"{text}\" is no person key: 22 base64url characters of 16 bytes.");
}
