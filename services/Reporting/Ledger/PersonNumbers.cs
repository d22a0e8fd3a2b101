using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// A number for each person, 0 to begin with: an array by the people's own numbers, lent by a pool of arrays of zeros. Who was touched is
/// noted and put back to 0 at the end, so that a figure of few people does not pay for clearing everybody's place.
/// </summary>
/// <param name="limit">Greater than every person's number that may come.</param>
sealed class PersonNumbers(int limit) : IDisposable
{
    const int MostKept = 16;

    static readonly ConcurrentBag<(int[] Zeros, List<int> Nobody)> Pool = [];

    (int[] Numbers, List<int> Touched)? lent = Lent(limit);

    /// <summary>How many people have a number greater than 0.</summary>
    public long Above0 { get; private set; }

    /// <summary>The number of a person.</summary>
    public int this[int person] => lent!.Value.Numbers[person];

    /// <summary>Adds to the number of a person.</summary>
    public void Add(int person, int more)
    {
        var (numbers, touched) = lent!.Value;
        Add(ref numbers[person], touched, person, more);
    }

    /// <summary>Adds the counts of rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="people">Who is whom.</param>
    public void Add(ReadOnlySpan<KeptPresence> rows, UnitedPeople people)
    {
        var (numbers, touched) = lent!.Value;
        foreach (ref readonly var row in rows)
        {
            var person = people.Of(row.Person);
            Add(ref numbers[person], touched, person, row.Count);
        }
    }

    /// <summary>Adds the counts of rows of some people.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="people">Who is whom.</param>
    /// <param name="asked">Those who count.</param>
    /// <param name="met">Told whom of them the rows are about.</param>
    public void Add(ReadOnlySpan<KeptPresence> rows, UnitedPeople people, PersonBits asked, PersonBits met)
    {
        var (numbers, touched) = lent!.Value;
        foreach (ref readonly var row in rows)
        {
            var person = people.Of(row.Person);
            if (asked[person])
            {
                met.Add(person);
                Add(ref numbers[person], touched, person, row.Count);
            }
        }
    }

    /// <summary>How many people have a number greater than 0 and pass; nobody has a number afterwards.</summary>
    public long CountAbove0(Func<int, bool> passes)
    {
        var (numbers, touched) = lent!.Value;
        var count = 0L;
        foreach (var person in CollectionsMarshal.AsSpan(touched))
        {
            // Who came back from 0 was noted twice and counts once.
            count += numbers[person] > 0 && passes(person) ? 1 : 0;
            numbers[person] = 0;
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (lent is not var (numbers, touched))
        {
            return;
        }

        lent = null;
        foreach (var person in CollectionsMarshal.AsSpan(touched))
        {
            numbers[person] = 0;
        }

        if (Pool.Count < MostKept)
        {
            touched.Clear();
            Pool.Add((numbers, touched));
        }
    }

    void Add(ref int number, List<int> touched, int person, int more)
    {
        var (before, after) = (number, checked(number + more));
        if (before == 0)
        {
            touched.Add(person);
        }

        number = after;
        Above0 += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    }

    // Of a few sizes, so that arrays fit again when some people more are known.
    static (int[] Numbers, List<int> Touched) Lent(int limit) =>
        Pool.TryTake(out var lent) && lent.Zeros.Length >= limit ? lent : (new int[(limit / 65_536 + 1) * 65_536], []);
}
