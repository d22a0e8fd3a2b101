using System.Numerics;

namespace AnSinh.Reporting.Ledger.Curves;

/// <summary>A day on which a person begins to count, and the day before which a period must not begin for it to be the first time in it.</summary>
/// <param name="Day">The day's number.</param>
/// <param name="Before">The person counts on this day for the first time in every period that begins after it; <see cref="Never"/> where nothing came earlier.</param>
/// <param name="Times">How often; negative for what is taken off.</param>
readonly record struct DayPair(int Day, int Before, int Times = 1)
{
    /// <summary>Before all days.</summary>
    public const int Never = int.MinValue;

    /// <summary>How often it counts in a period.</summary>
    public int In(int from, int to) => Day >= from && Day <= to && Before < from ? Times : 0;
}

/// <summary>
/// How many pairs count in a period, whatever the period: a wavelet matrix over the earlier days in the order of the days. A question takes
/// two steps a bit of the number of days (a dozen for ten years), however many pairs there are; a pair takes some two bytes.
/// </summary>
sealed class PairCounts
{
    const int Word = 64;

    readonly int first;

    // Where the pairs of each day begin, and at last where all end.
    readonly int[] begins;
    readonly (ulong[] Bits, int[] Ones, int Zeros)[] levels;

    /// <summary>Arranges pairs, in any order; each counts once.</summary>
    public PairCounts(IReadOnlyList<DayPair> pairs)
    {
        var last = int.MinValue;
        first = int.MaxValue;
        foreach (var pair in pairs)
        {
            (first, last) = (Math.Min(first, pair.Day), Math.Max(last, pair.Day));
        }

        begins = new int[pairs.Count == 0 ? 1 : last - first + 2];
        var values = InOrderOfDays(pairs);
        levels = new (ulong[], int[], int)[pairs.Count == 0 ? 0 : BitOperations.Log2((uint)begins.Length) + 1];
        var next = new int[values.Length];
        for (var level = 0; level < levels.Length; level++)
        {
            levels[level] = Divide(values, next, levels.Length - 1 - level);
            (values, next) = (next, values);
        }
    }

    /// <summary>Pairs.</summary>
    public int Count => begins[^1];

    /// <summary>Pairs that count in a period.</summary>
    /// <param name="from">Number of the first day.</param>
    /// <param name="to">Number of the last day.</param>
    public int In(int from, int to)
    {
        var (low, high) = (BeginOf(from), BeginOf(to + 1L));
        // Those count whose earlier day is at most the day before the period.
        var (bound, count) = (ValueOf(from - 1) + 1, 0);
        for (var level = 0; level < levels.Length && low < high; level++)
        {
            var (bits, ones, zeros) = levels[level];
            var (lowOnes, highOnes) = (Ones(bits, ones, low), Ones(bits, ones, high));
            if ((bound >> (levels.Length - 1 - level) & 1) != 0)
            {
                count += high - highOnes - (low - lowOnes);
                (low, high) = (zeros + lowOnes, zeros + highOnes);
            }
            else
            {
                (low, high) = (low - lowOnes, high - highOnes);
            }
        }

        return count;
    }

    int BeginOf(long day) => begins[Math.Clamp(day - first, 0, begins.Length - 1)];

    // 0 for what is before all days, so that it counts for every period.
    int ValueOf(int day) => day < first ? 0 : day - first + 1;

    int[] InOrderOfDays(IReadOnlyList<DayPair> pairs)
    {
        foreach (var pair in pairs)
        {
            begins[pair.Day - first + 1]++;
        }

        for (var day = 1; day < begins.Length; day++)
        {
            begins[day] += begins[day - 1];
        }

        var (values, next) = (new int[pairs.Count], begins.ToArray());
        foreach (var pair in pairs)
        {
            values[next[pair.Day - first]++] = ValueOf(pair.Before);
        }

        return values;
    }

    // Those without the bit come first on the next level, in the same order.
    static (ulong[] Bits, int[] Ones, int Zeros) Divide(int[] values, int[] next, int bit)
    {
        var (bits, ones) = (new ulong[values.Length / Word + 1], new int[values.Length / Word + 1]);
        var zeros = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var one = values[i] >> bit & 1;
            bits[i / Word] |= (ulong)(uint)one << (i % Word);
            zeros += 1 - one;
        }

        for (var word = 1; word < bits.Length; word++)
        {
            ones[word] = ones[word - 1] + BitOperations.PopCount(bits[word - 1]);
        }

        var (zero, other) = (0, zeros);
        foreach (var value in values)
        {
            next[(value >> bit & 1) == 0 ? zero++ : other++] = value;
        }

        return (bits, ones, zeros);
    }

    static int Ones(ulong[] bits, int[] ones, int before) =>
        ones[before / Word] + BitOperations.PopCount(bits[before / Word] & ((1UL << (before % Word)) - 1));
}
