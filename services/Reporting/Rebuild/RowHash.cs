using System.Buffers.Binary;
using System.Numerics;

namespace AnSinh.Reporting.Rebuild;

/// <summary>
/// A 64-bit hash of one row's values in their order. It finds accidents, not forgers: sums of it over a table do not depend on the order
/// of rows, and two different tables have one sum by chance once in 2^64.
/// </summary>
struct RowHash
{
    const ulong Step = 0x9E3779B97F4A7C15;
    const long Nothing = unchecked((long)0xD1B54A32D192ED03);

    ulong state;

    /// <summary>The hash of what was added.</summary>
    public readonly ulong Value => state;

    /// <summary>Adds a number.</summary>
    public void Add(long value)
    {
        // The finaliser of SplitMix64, over the value and all before it.
        unchecked
        {
            var mixed = (BitOperations.RotateLeft(state, 23) + Step) ^ (ulong)value;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            state = mixed ^ (mixed >> 31);
        }
    }

    /// <summary>Adds that there is no value.</summary>
    public void AddNothing() => Add(Nothing);

    /// <summary>Adds bytes, or a text in UTF-8, with their number: two values never run into one another.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        Add(value.Length);
        for (; value.Length >= sizeof(long); value = value[sizeof(long)..])
        {
            Add(BinaryPrimitives.ReadInt64LittleEndian(value));
        }

        var rest = 0L;
        foreach (var one in value)
        {
            rest = (rest << 8) | one;
        }

        Add(rest);
    }
}
