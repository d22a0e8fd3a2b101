using System.Buffers.Binary;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace AnSinh.Reporting.Ledger.Sqlite;

/// <summary>What stands in a column of the row that a statement is at, of whatever kind; it lasts until the statement's next step.</summary>
/// <param name="handle">SQLite's value.</param>
readonly struct SqliteValue(nint handle)
{
    /// <summary>Whether nothing stands there.</summary>
    public bool IsNull => Kind == raw.SQLITE_NULL;

    /// <summary>SQLITE_NULL, SQLITE_INTEGER, or another.</summary>
    public int Kind => SqliteNative.ValueType(handle);

    /// <summary>A number.</summary>
    public long Int64 => SqliteNative.ValueInt64(handle);

    /// <summary>A key of 16 bytes, the first the highest, as a number.</summary>
    public UInt128 Key => KeyAt(SqliteNative.ValueBlob(handle));

    /// <summary>The bytes of a blob, or of a text in UTF-8.</summary>
    /// <param name="buffer">Where they are copied to; replaced by a larger one where they need it.</param>
    public ReadOnlySpan<byte> Bytes(ref byte[] buffer)
    {
        var first = SqliteNative.ValueBlob(handle);
        var length = SqliteNative.ValueBytes(handle);
        if (length > buffer.Length)
        {
            buffer = new byte[length];
        }

        if (length > 0)
        {
            Marshal.Copy(first, buffer, 0, length);
        }

        return buffer.AsSpan(0, length);
    }

    /// <summary>An area code as a number; see <see cref="AreaLetters"/>.</summary>
    public ulong Area
    {
        get
        {
            Span<byte> letters = stackalloc byte[AreaLetters.Most];
            var (first, length) = (SqliteNative.ValueBlob(handle), SqliteNative.ValueBytes(handle));
            for (var i = 0; i < length; i++)
            {
                letters[i] = Marshal.ReadByte(first, i);
            }

            return AreaLetters.Of(letters[..length]);
        }
    }

    /// <summary>A key of 16 bytes in memory.</summary>
    internal static UInt128 KeyAt(nint bytes) => new(
        (ulong)BinaryPrimitives.ReverseEndianness(Marshal.ReadInt64(bytes)), (ulong)BinaryPrimitives.ReverseEndianness(Marshal.ReadInt64(bytes, sizeof(long))));
}
