namespace AnSinh.Reporting.Ledger;

/// <summary>Small numbers for area codes, in the order in which they were met, so that what belongs to an area is a place in an array.</summary>
sealed class AreaNumbers
{
    readonly Lock sync = new();
    readonly Dictionary<long, int> numbers = [];

    /// <summary>The letters of a code as one number: a code has at most five, of one byte each.</summary>
    public static long Packed(string code)
    {
        var packed = 0L;
        foreach (var letter in code)
        {
            packed = Packed(packed, checked((byte)letter));
        }

        return packed;
    }

    /// <summary>Some letters and the next one.</summary>
    public static long Packed(long packed, byte letter) => (packed << 8) | letter;

    /// <summary>The number of a code.</summary>
    /// <param name="packed">The code, see <see cref="Packed(string)"/>.</param>
    public int Of(long packed)
    {
        lock (sync)
        {
            if (!numbers.TryGetValue(packed, out var number))
            {
                numbers[packed] = number = numbers.Count;
            }

            return number;
        }
    }
}
