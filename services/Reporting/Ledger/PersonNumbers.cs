using System.Buffers;

namespace AnSinh.Reporting.Ledger;

/// <summary>A number for each person, 0 to begin with: an array by the people's own numbers, lent by the pool.</summary>
sealed class PersonNumbers : IDisposable
{
    const int Smallest = 4096;

    int[] numbers = [];
    int length;

    /// <summary>The number of a person.</summary>
    public int this[int person]
    {
        get => person < length ? numbers[person] : 0;
        set
        {
            if (person >= length)
            {
                Grow(person);
            }

            numbers[person] = value;
        }
    }

    /// <summary>How many people have a number greater than 0 and pass.</summary>
    /// <param name="passes">Asked of those; null lets everybody pass.</param>
    public long Above0(Func<int, bool>? passes)
    {
        var count = 0L;
        for (var person = 0; person < length; person++)
        {
            count += numbers[person] > 0 && (passes is null || passes(person)) ? 1 : 0;
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (length > 0)
        {
            ArrayPool<int>.Shared.Return(numbers);
        }

        (numbers, length) = ([], 0);
    }

    void Grow(int person)
    {
        var larger = ArrayPool<int>.Shared.Rent(Math.Max(Smallest, Math.Max(person + 1, length * 2)));
        numbers.AsSpan(0, length).CopyTo(larger);
        larger.AsSpan(length).Clear();
        if (length > 0)
        {
            ArrayPool<int>.Shared.Return(numbers);
        }

        (numbers, length) = (larger, larger.Length);
    }
}
