using System.Buffers;
using System.Runtime.InteropServices;

namespace AnSinh.Reporting.Ledger;

/// <summary>The presences of a measure in an area in a month.</summary>
sealed class KeptPresences : IKeptMonth
{
    readonly List<KeptPresence> rows = [];

    /// <summary>A month without any.</summary>
    public static KeptPresences Nothing { get; } = new();

    /// <summary>The rows.</summary>
    public List<KeptPresence> All => rows;

    /// <inheritdoc/>
    public int Rows => rows.Count;

    /// <summary>Takes a row in.</summary>
    public void Add(KeptPresence row) => rows.Add(row);

    /// <summary>No more rows will come.</summary>
    public void Close() => rows.TrimExcess();

    /// <summary>Counts distinct people with a record in a period, by member.</summary>
    /// <param name="months">The months.</param>
    /// <param name="first">First day, yyyymmdd.</param>
    /// <param name="last">Last day, yyyymmdd.</param>
    /// <param name="grouping">The members.</param>
    /// <param name="people">Who is whom.</param>
    public static long[] Count(IReadOnlyList<KeptPresences> months, int first, int last, PeopleGrouping grouping, UnitedPeople people)
    {
        var counts = new long[grouping.Members];
        var seen = new ulong[]?[grouping.Members];
        var words = people.Limit / 64 + 1;
        foreach (var month in months)
        {
            var (dims, member) = (0L, grouping.MemberOf is null ? 0 : -1);
            foreach (ref readonly var row in CollectionsMarshal.AsSpan(month.rows))
            {
                // Neighbours mostly have one combination.
                if (grouping.MemberOf is { } members && (row.Dims != dims || member < 0))
                {
                    (dims, member) = (row.Dims, members.TryGetValue(row.Dims, out var found) ? found : -1);
                }

                if (member >= 0 && row.Count > 0 && row.Day >= first && row.Day <= last)
                {
                    var person = people.Of(row.Person);
                    ref var word = ref (seen[member] ??= Cleared(words))[person / 64];
                    var bit = 1UL << (person % 64);
                    counts[member] += (word & bit) == 0 ? 1 : 0;
                    word |= bit;
                }
            }
        }

        foreach (var bits in seen.OfType<ulong[]>())
        {
            ArrayPool<ulong>.Shared.Return(bits);
        }

        return counts;
    }

    static ulong[] Cleared(int words)
    {
        var bits = ArrayPool<ulong>.Shared.Rent(words);
        bits.AsSpan(0, words).Clear();
        return bits;
    }
}

/// <summary>A row of presence, the person by a number.</summary>
/// <param name="Dims">Key of the dimension values.</param>
/// <param name="Day">Day as yyyymmdd.</param>
/// <param name="Person">Number of the person key as the event had it; see <see cref="NumberedPeople"/>.</param>
/// <param name="Count">Records on that day, each with its sign.</param>
readonly record struct KeptPresence(long Dims, int Day, int Person, int Count);
