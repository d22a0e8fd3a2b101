using System.Collections.Concurrent;
using AnSinh.Reporting.Formulas;
using AnSinh.ServiceKit.Areas;

namespace AnSinh.Reporting.Ledger;

/// <summary>
/// Keeps the answers of the newest state of the ledger. Nothing here can be stale: whoever asks has read the version of the state first,
/// in the same reading, and gets the answers of that version and of the units of the moment or none.
/// </summary>
/// <param name="areas">All units.</param>
public sealed class KeptAnswers(AreaDirectory areas)
{
    readonly Lock sync = new();
    HoldingAnswers newest = new(-1, null);

    /// <summary>Answers that are kept now.</summary>
    public int Count
    {
        get
        {
            lock (sync)
            {
                return newest.Count;
            }
        }
    }

    /// <summary>The answers of a state; for one that is no longer the newest, an empty set of its own.</summary>
    internal HoldingAnswers Of(long version)
    {
        var units = areas.All;
        lock (sync)
        {
            if (newest.Version == version && ReferenceEquals(newest.Units, units))
            {
                return newest;
            }

            var own = new HoldingAnswers(version, units);
            if (version >= newest.Version)
            {
                newest = own;
            }

            return own;
        }
    }
}

/// <summary>Answers that hold for one state of the ledger and of the administrative units.</summary>
/// <param name="version">Version of the ledger.</param>
/// <param name="units">The units.</param>
sealed class HoldingAnswers(long version, IReadOnlyList<AreaUnit>? units)
{
    // Far more than dashboards and reports ask; beyond it, nothing more is kept.
    const int MostKept = 20_000;

    readonly ConcurrentDictionary<Question, AggregationAnswer> answers = new();
    int count;

    public long Version => version;

    public int Count => Volatile.Read(ref count);

    public IReadOnlyList<AreaUnit>? Units => units;

    public AggregationAnswer? Find(AggregationRequest request) => answers.GetValueOrDefault(Question.Of(request));

    public void Keep(AggregationRequest request, AggregationAnswer answer)
    {
        if (count < MostKept && answers.TryAdd(Question.Of(request), answer))
        {
            Interlocked.Increment(ref count);
        }
    }

    readonly record struct Question(string Aggregation, DateOnly From, DateOnly To, AreaScope Area, FigureView View, string Dimensions)
    {
        public static Question Of(AggregationRequest request) => new(
            request.Aggregation.ToString(), request.From, request.To, request.Area, request.View, MemberList.TextOf(request.Dimensions));
    }
}
