using System.Buffers;

namespace AnSinh.Reporting.Ledger;

/// <summary>A number for each person, 0 to begin with: an array by the people's own numbers, lent by the pool.</summary>
/// <param name="limit">Greater than every person's number that may come.</param>
sealed class PersonNumbers(int limit) : IDisposable
{
    int[]? numbers = Cleared(limit);

    /// <summary>How many people have a number greater than 0.</summary>
    public long Above0 { get; private set; }

    /// <summary>The number of a person.</summary>
    public int this[int person] => numbers![person];

    /// <summary>Adds to the number of a person.</summary>
    public void Add(int person, int more)
    {
        ref var number = ref numbers![person];
        var (before, after) = (number, checked(number + more));
        number = after;
        Above0 += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    }

    /// <summary>How many people have a number greater than 0 and pass.</summary>
    public long CountAbove0(Func<int, bool> passes)
    {
        var count = 0L;
        for (var person = 0; person < limit; person++)
        {
            count += numbers![person] > 0 && passes(person) ? 1 : 0;
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (numbers is { } lent)
        {
            ArrayPool<int>.Shared.Return(lent);
        }

        numbers = null;
    }

    static int[] Cleared(int length)
    {
        var lent = ArrayPool<int>.Shared.Rent(length);
        lent.AsSpan(0, length).Clear();
        return lent;
    }
}
