using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Key of a cell, in the order of the table, as three numbers: a rebuild sorts millions of them, and comparing texts was most of that.
/// </summary>
public readonly record struct CellKey : IComparable<CellKey>
{
    const int LongestArea = sizeof(ulong);

    // Measure and the code's first four letters; its last four and the day.
    readonly ulong high;
    readonly ulong low;

    /// <summary>A key.</summary>
    /// <param name="measure">Key of the measure.</param>
    /// <param name="area">Area code, ASCII, at most 8 letters; real codes have 5 digits at most.</param>
    /// <param name="day">Day of effect, yyyymmdd.</param>
    /// <param name="dims">Key of the dimension values.</param>
    /// <exception cref="ArgumentException">The code is longer or has other letters.</exception>
    public CellKey(int measure, ReadOnlySpan<byte> area, int day, long dims)
    {
        if (area.Length > LongestArea || !Ascii.IsValid(area))
        {
            throw new ArgumentException($"\"{Encoding.UTF8.GetString(area)}\" is no area code.", nameof(area));
        }

        Span<byte> padded = stackalloc byte[LongestArea];
        padded.Clear();
        area.CopyTo(padded);
        var code = BinaryPrimitives.ReadUInt64BigEndian(padded);
        high = (ulong)(uint)(measure ^ int.MinValue) << 32 | code >> 32;
        low = code << 32 | (uint)day;
        Dims = dims;
    }

    /// <summary>Key of the measure.</summary>
    public int Measure => (int)(high >> 32) ^ int.MinValue;

    /// <summary>Area code.</summary>
    public string AreaCode
    {
        get
        {
            Span<byte> code = stackalloc byte[LongestArea];
            BinaryPrimitives.WriteUInt64BigEndian(code, Area);
            return Encoding.ASCII.GetString(code[..LengthOf(Area)]);
        }
    }

    /// <summary>Day of effect, yyyymmdd.</summary>
    public int Day => (int)(uint)low;

    /// <summary>Month of effect, yyyymm.</summary>
    public int Month => Day / 100;

    /// <summary>Key of the dimension values.</summary>
    public long Dims { get; }

    /// <summary>The area code's letters, the first in the highest byte, zeros behind the last.</summary>
    internal ulong Area => high << 32 | low >> 32;

    /// <summary>Number of letters of a code.</summary>
    internal static int LengthOf(ulong area) => LongestArea - BitOperations.TrailingZeroCount(area) / 8;

    /// <inheritdoc/>
    public int CompareTo(CellKey other) =>
        high != other.high ? high.CompareTo(other.high) : low != other.low ? low.CompareTo(other.low) : Dims.CompareTo(other.Dims);
}

/// <summary>Key of a presence, in the order of the table.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Person">The person, the 16 bytes of the key as a number, the first the highest.</param>
public readonly record struct PresenceKey(CellKey Cell, UInt128 Person);
