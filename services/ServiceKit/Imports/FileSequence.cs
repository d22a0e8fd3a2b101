using System.Buffers.Binary;

namespace AnSinh.ServiceKit.Imports;

/// <summary>
/// What an import has seen so far, to tell rows of one file apart that agree in everything. Two such rows with a citizen number are one
/// placement written twice: the second is refused. Without a number they may be two people, and get ordinals in the order of the file, so
/// that the same file imported again meets the same records. Remembers 16 bytes a row.
/// </summary>
public sealed class FileSequence
{
    readonly Dictionary<UInt128, long> lines = [];
    readonly Dictionary<UInt128, int> counts = [];

    /// <summary>The line that had a key before, or null for a new key, which is remembered.</summary>
    public long? FirstLine(byte[] key, long line) => lines.TryAdd(Short(key), line) ? null : lines[Short(key)];

    /// <summary>How many rows had a key before this one.</summary>
    public int NextOrdinal(byte[] firstKey)
    {
        var key = Short(firstKey);
        var ordinal = counts.GetValueOrDefault(key);
        counts[key] = ordinal + 1;
        return ordinal;
    }

    // Half of a SHA-256 tells as many rows apart as a process can hold.
    static UInt128 Short(byte[] key) => BinaryPrimitives.ReadUInt128LittleEndian(key);
}
