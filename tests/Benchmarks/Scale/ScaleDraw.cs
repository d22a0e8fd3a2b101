using System.Buffers.Binary;
using System.Buffers.Text;

namespace AnSinh.Benchmarks.Scale;

/// <summary>Numbers that look drawn and follow from a place in a source's log alone, so that a feed can be read again without being stored.</summary>
/// <param name="source">Number of the source.</param>
/// <param name="sequence">Place in its log.</param>
struct ScaleDraw(int source, long sequence)
{
    ulong state = Mix(unchecked((ulong)sequence * 0x9E3779B97F4A7C15 + (ulong)source * 0xD1B54A32D192ED03));

    /// <summary>A number from 0 to below a limit.</summary>
    public int Below(int limit)
    {
        state = Mix(unchecked(state + 0x9E3779B97F4A7C15));
        return (int)(state % (ulong)limit);
    }

    /// <summary>One of some values.</summary>
    public T Of<T>(ReadOnlySpan<T> values) => values[Below(values.Length)];

    /// <summary>The key of a person: 16 bytes in no order, as the real ones are.</summary>
    public static string Person(int person)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Mix((ulong)person));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Mix(~(ulong)person));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The id of an event: in the order of the log, as those of a source are.</summary>
    public static Guid EventId(int source, long sequence)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (1_609_459_200_000 + sequence) << 16);
        bytes[6] = 0x70;
        bytes[8] = 0x80;
        bytes[15] = (byte)source;
        return new Guid(bytes, bigEndian: true);
    }

    static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
