using System.Collections.Concurrent;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// A number for each person, 0 to begin with: an array by the people's own numbers, lent by a pool of arrays of zeros. Who was touched is
/// noted and put back to 0 at the end, so that a figure of few people does not pay for clearing everybody's place.
/// </summary>
/// <param name="limit">Greater than every person's number that may come.</param>
sealed class PersonNumbers(int limit) : IDisposable
{
    const int MostKept = 16;

    static readonly ConcurrentBag<(int[] Zeros, int[] Notes)> Pool = [];

    (int[] Numbers, int[] Touched) lent = Lent(limit);
    int touched;

    /// <summary>How many people have a number greater than 0.</summary>
    public long Above0 { get; private set; }

    /// <summary>The number of a person.</summary>
    public int this[int person] => lent.Numbers[person];

    /// <summary>Adds to the number of a person.</summary>
    public void Add(int person, int more)
    {
        Reserve(1);
        touched = Add(lent.Numbers, lent.Touched, touched, person, more);
    }

    /// <summary>Adds the counts of rows.</summary>
    public void Add(ReadOnlySpan<KeptPresence> rows, UnitedPeople people)
    {
        Reserve(rows.Length);
        var (numbers, notes, next) = (lent.Numbers, lent.Touched, touched);
        foreach (ref readonly var row in rows)
        {
            next = Add(numbers, notes, next, people.Of(row.Person), row.Count);
        }

        touched = next;
    }

    /// <summary>Adds the counts of rows of some people.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="people">Who is whom.</param>
    /// <param name="asked">Those who count.</param>
    /// <param name="met">Told whom of them the rows are about.</param>
    public void Add(ReadOnlySpan<KeptPresence> rows, UnitedPeople people, PersonBits asked, PersonBits met)
    {
        foreach (ref readonly var row in rows)
        {
            if (people.Of(row.Person) is var person && asked[person])
            {
                met.Add(person);
                Add(person, row.Count);
            }
        }
    }

    /// <summary>How many people have a number greater than 0 and pass; nobody has a number afterwards.</summary>
    public long CountAbove0(Func<int, bool> passes)
    {
        var count = 0L;
        foreach (var person in lent.Touched.AsSpan(0, touched))
        {
            // Who came back from 0 was noted twice and counts once.
            ref var number = ref lent.Numbers[person];
            count += number > 0 && passes(person) ? 1 : 0;
            number = 0;
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var (numbers, notes) = lent;
        lent = ([], []);
        foreach (var person in notes.AsSpan(0, touched))
        {
            numbers[person] = 0;
        }

        touched = 0;
        if (numbers.Length > 0 && Pool.Count < MostKept)
        {
            Pool.Add((numbers, notes));
        }
    }

    // Without branches that nobody can foresee: the places of many people are then fetched at once.
    int Add(int[] numbers, int[] notes, int next, int person, int more)
    {
        ref var number = ref numbers[person];
        var (before, after) = (number, checked(number + more));
        number = after;
        Above0 += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
        notes[next] = person;
        return next + (before == 0 ? 1 : 0);
    }

    void Reserve(int more)
    {
        // One place beyond: the last note is written whether it counts or not.
        if (touched + more >= lent.Touched.Length)
        {
            var (numbers, notes) = lent;
            Array.Resize(ref notes, Math.Max(touched + more + 1, notes.Length * 2));
            lent = (numbers, notes);
        }
    }

    // Of a few sizes, so that arrays fit again when some people more are known.
    static (int[] Numbers, int[] Touched) Lent(int limit) =>
        Pool.TryTake(out var lent) && lent.Zeros.Length >= limit ? lent : (new int[(limit / 65_536 + 1) * 65_536], new int[4_096]);
}
