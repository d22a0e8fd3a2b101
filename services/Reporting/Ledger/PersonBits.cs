using System.Buffers;

namespace AnSinh.Reporting.Ledger;

/// <summary>A set of people, a bit for each by their numbers, lent by the pool.</summary>
/// <param name="limit">Greater than every number that may come.</param>
sealed class PersonBits(int limit) : IDisposable
{
    ulong[]? words = Cleared(limit / 64 + 1);

    /// <summary>People in it.</summary>
    public long Count { get; private set; }

    /// <summary>Whether somebody is in it.</summary>
    public bool this[int person] => (words![person / 64] >> (person % 64) & 1) != 0;

    /// <summary>Takes somebody in.</summary>
    public void Add(int person)
    {
        ref var word = ref words![person / 64];
        var bit = 1UL << (person % 64);
        Count += (word & bit) == 0 ? 1 : 0;
        word |= bit;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (words is { } lent)
        {
            ArrayPool<ulong>.Shared.Return(lent);
        }

        words = null;
    }

    static ulong[] Cleared(int length)
    {
        var lent = ArrayPool<ulong>.Shared.Rent(length);
        lent.AsSpan(0, length).Clear();
        return lent;
    }
}
