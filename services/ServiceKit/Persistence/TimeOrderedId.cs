using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// Makes UUIDv7 keys that keep the order in which one process made them, also within a millisecond (RFC 9562, section 6.2, method 1:
/// a 12-bit counter behind the millisecond), and that can be told to come after another key whatever the local clock says. The event
/// log is numbered in the order of these keys, so a correction must never sort before what it corrects.
/// </summary>
public static class TimeOrderedId
{
    const int CounterLimit = 0xFFF;
    static readonly Lock Sync = new();
    static long lastMillisecond;
    static int counter;

    // Random bytes in stock, guarded by the lock: the generator's cost is per call, and a bulk import makes five keys a row.
    static readonly byte[] Stock = new byte[4096];
    static int taken = Stock.Length;

    /// <summary>A new key, greater than every key this process has made before.</summary>
    /// <param name="time">Clock.</param>
    /// <param name="after">A key that the new one must exceed, such as the event that a correction replaces.</param>
    public static Guid Next(TimeProvider time, Guid? after = null)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var floor = after is { } earlier ? MillisecondOf(earlier) + 1 : 0;
        lock (Sync)
        {
            var millisecond = Math.Max(Math.Max(now, lastMillisecond), floor);
            counter = millisecond == lastMillisecond ? counter + 1 : 0;
            if (counter > CounterLimit)
            {
                millisecond++;
                counter = 0;
            }

            lastMillisecond = millisecond;
            return Compose(millisecond, counter);
        }
    }

    static long MillisecondOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16 & 0xFFFF_FFFF_FFFF;
    }

    static Guid Compose(long millisecond, int counter)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (taken == Stock.Length)
        {
            RandomNumberGenerator.Fill(Stock);
            taken = 0;
        }

        Stock.AsSpan(taken, 8).CopyTo(bytes[8..]);
        taken += 8;
        BinaryPrimitives.WriteInt64BigEndian(bytes, millisecond << 16 | 0x7000L | (long)counter);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
