using System.Runtime.InteropServices;

namespace AnSinh.Reporting.Ledger.Curves;

/// <summary>That people come into a stock on a day, or leave it.</summary>
/// <param name="Day">The day's number.</param>
/// <param name="More">How many more they are from the end of the day on.</param>
readonly record struct StockStep(int Day, int More);

/// <summary>How many people are in a stock at the end of any day.</summary>
sealed class StockLine
{
    readonly int[] days;
    readonly int[] counts;

    /// <summary>Adds up steps, in any order.</summary>
    public StockLine(IReadOnlyList<StockStep> steps)
    {
        var byDay = new Dictionary<int, int>();
        foreach (var (day, more) in steps)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(byDay, day, out _) += more;
        }

        days = [.. byDay.Keys.Order()];
        counts = new int[days.Length];
        var sum = 0;
        for (var i = 0; i < days.Length; i++)
        {
            counts[i] = sum += byDay[days[i]];
        }
    }

    /// <summary>People at the end of a day.</summary>
    public int At(int day)
    {
        var at = Array.BinarySearch(days, day);
        at = at < 0 ? ~at - 1 : at;
        return at < 0 ? 0 : counts[at];
    }
}
