namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Amounts that vary and still add up exactly to a published total; the same ones for the same seed.</summary>
public static class ExactSplit
{
    const int Attempts = 200;

    // With three amounts of a list left to choose, nearly every remainder can be met.
    const int Last = 3;

    /// <summary>Amounts from a list of allowed ones.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="count">How many.</param>
    /// <param name="total">Their exact sum.</param>
    /// <param name="allowed">The amounts that may occur.</param>
    /// <exception cref="FormatException">No such amounts were found.</exception>
    public static long[] Of(int seed, int count, long total, IReadOnlyList<long> allowed)
    {
        long[] levels = [.. allowed.Distinct().Order()];
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (TryOnce(new Random(SyntheticPeople.HashCode(seed, attempt)), count, total, levels) is { } found)
            {
                return found;
            }
        }

        throw new FormatException($"Không chia được {total} thành {count} mức trong số các mức cho phép.");
    }

    /// <summary>Free amounts around the average, in whole steps; the last ones take up what is left.</summary>
    /// <param name="seed">Seed.</param>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="total">Their exact sum.</param>
    /// <param name="step">Amounts are multiples of it, as far as the total is.</param>
    public static long[] Free(int seed, int count, long total, long step)
    {
        var random = new Random(seed);
        var amounts = new long[count];
        var left = total;
        for (var i = 0; i < count - 1; i++)
        {
            // Between half and one and a half of what the rest may have on average, so that the sum stays near.
            var average = left / (count - i);
            amounts[i] = Math.Max(step, (average / 2 + random.NextInt64(average + 1)) / step * step);
            left -= amounts[i];
        }

        amounts[count - 1] = left;
        return amounts;
    }

    static long[]? TryOnce(Random random, int count, long total, long[] levels)
    {
        var amounts = new long[count];
        var left = total;
        for (var i = 0; i < count - Last; i++)
        {
            // Above the average of what is left when behind, below it when ahead: the remainder never runs away.
            var average = (double)left / (count - i);
            var split = Array.FindIndex(levels, level => level >= average);
            split = split < 0 ? levels.Length : split;
            var above = split < levels.Length && (split == 0 || random.Next(2) == 0);
            amounts[i] = above ? levels[random.Next(split, Math.Min(levels.Length, split + 8))] : levels[random.Next(Math.Max(0, split - 8), split)];
            left -= amounts[i];
        }

        return Finish(amounts, Math.Max(0, count - Last), left, levels) ? amounts : null;
    }

    static bool Finish(long[] amounts, int at, long left, long[] levels)
    {
        if (at == amounts.Length)
        {
            return left == 0;
        }

        if (at == amounts.Length - 1)
        {
            amounts[at] = left;
            return Array.BinarySearch(levels, left) >= 0;
        }

        foreach (var level in levels)
        {
            amounts[at] = level;
            if (Finish(amounts, at + 1, left - level, levels))
            {
                return true;
            }
        }

        return false;
    }
}
