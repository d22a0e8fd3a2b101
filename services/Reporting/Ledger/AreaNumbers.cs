namespace AnSinh.Reporting.Ledger;

/// <summary>Small numbers for area codes, in the order in which they were met, so that what belongs to an area is a place in an array.</summary>
sealed class AreaNumbers
{
    readonly Lock sync = new();
    readonly Dictionary<ulong, int> numbers = [];

    /// <summary>The number of a code.</summary>
    /// <param name="area">The code; see <see cref="AreaLetters"/>.</param>
    public int Of(ulong area)
    {
        lock (sync)
        {
            if (!numbers.TryGetValue(area, out var number))
            {
                numbers[area] = number = numbers.Count;
            }

            return number;
        }
    }
}
