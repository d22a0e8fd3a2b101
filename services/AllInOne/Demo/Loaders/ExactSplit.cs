namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Amounts that vary and still add up exactly to a published total; the same ones for the same seed.</summary>
public static class ExactSplit
{
    const int Attempts = 200;

    // With three amounts of a list left to choose, nearly every remainder can be met.
    const int Last = 3;

    // How many levels around the average are used, and for how many of the amounts at the end only the nearest.
    const int Far = 8;
    const int Near = 50;

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
        var average = (double)total / count;
        var split = Array.FindIndex(levels, level => level >= average);
        if (split < 0)
        {
            return null;
        }

        long sum = 0;
        for (var i = 0; i < count - Last; i++)
        {
            // Above the average when behind it, below when ahead: the sum never runs away. Close to it at the end, so that the last ones fit.
            var reach = i < count - Near ? Far : 1;
            var above = sum < average * i || split == 0;
            amounts[i] = above ? levels[random.Next(split, Math.Min(levels.Length, split + reach))] : levels[random.Next(Math.Max(0, split - reach), split)];
            sum += amounts[i];
        }

        var left = total - sum;
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
