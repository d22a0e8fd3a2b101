using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Ledger.Curves;

/// <summary>
/// The curves of a figure of people in an area, one for each member of its breakdown. When something is booked, those whom it is about are
/// taken off as they were and put in as they are; everybody else's records are not looked at.
/// </summary>
sealed class FigureCurves
{
    // Looking one person's records up in one month and combination takes as long as going through so many rows; small curves need not be weighed.
    const int RowsOfALookup = 8;
    const int MostLookups = 4_096;

    // All of them are looked at in every question.
    const int MostChanges = 4_096;

    readonly Aggregation figure;
    readonly IReadOnlyDictionary<string, PeopleCurve> byMember;

    FigureCurves(Aggregation figure, CurveRows rows, IReadOnlyDictionary<string, PeopleCurve> byMember) =>
        (this.figure, Rows, this.byMember, Kept) = (figure, rows, byMember, byMember.Values.Sum(curve => curve.Rows));

    /// <summary>What they were made of.</summary>
    public CurveRows Rows { get; }

    /// <summary>What is kept, in rows of 12 bytes.</summary>
    public long Kept { get; }

    /// <summary>Curves of everybody.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="rows">What they are made of.</param>
    /// <param name="memberOf">The member that a combination belongs to; null for none.</param>
    public static FigureCurves Of(Aggregation figure, CurveRows rows, Func<long, string?> memberOf)
    {
        var second = figure.Link is null ? RecordsByPerson.None : RecordsByPerson.Of(rows.SetsOfSecond(), rows.People);
        return new FigureCurves(figure, rows, rows.SetsBy(memberOf).ToDictionary(
            member => member.Key,
            member =>
            {
                var steps = new CurveSteps();
                Tell(figure, RecordsByPerson.Of(member.Value, rows.People), second, times: 1, steps);
                return new PeopleCurve(steps);
            },
            StringComparer.Ordinal));
    }

    /// <summary>What they become with other rows.</summary>
    /// <param name="rows">The rows; of a later state.</param>
    /// <param name="memberOf">The member that a combination belongs to, of all that are in either's rows; null for none.</param>
    public FigureCurves Over(CurveRows rows, Func<long, string?> memberOf)
    {
        var keys = rows.KeysThatDiffer(Rows);
        var (sets, size) = rows.Size;
        if (keys.Count * sets > MostLookups + size / RowsOfALookup || byMember.Values.Any(curve => curve.Changes > MostChanges))
        {
            return Of(figure, rows, memberOf);
        }

        // Whoever was counted together with one of them, or is now, is taken off and put in again too.
        var concerned = keys.SelectMany(key => Rows.People.KeysWith(key).Concat(rows.People.KeysWith(key))).ToHashSet();
        var changes = new Dictionary<string, CurveSteps>(StringComparer.Ordinal);
        Tell(Rows, times: -1);
        Tell(rows, times: 1);

        var after = new Dictionary<string, PeopleCurve>(byMember, StringComparer.Ordinal);
        foreach (var (member, change) in changes.Where(one => !one.Value.IsEmpty))
        {
            after[member] = after.GetValueOrDefault(member, PeopleCurve.Nobody).With(change);
        }

        return new FigureCurves(figure, rows, after);

        void Tell(CurveRows of, int times)
        {
            var groups = concerned.GroupBy(of.People.OfAny).Select(group => (IReadOnlyList<int>)[.. group]).ToList();
            var second = RecordsByPerson.Of(of.SetsOfSecond(), groups);
            foreach (var (member, own) in of.SetsBy(memberOf))
            {
                FigureCurves.Tell(figure, RecordsByPerson.Of(own, groups), second, times, changes.TryGetValue(member, out var steps) ? steps : changes[member] = new());
            }
        }
    }

    /// <summary>The people of a period, by member.</summary>
    /// <param name="members">The members, each by its text.</param>
    /// <param name="from">Number of the first day.</param>
    /// <param name="to">Number of the last day.</param>
    public long[] Count(IEnumerable<string> members, int from, int to) =>
        [.. members.Select(member => byMember.TryGetValue(member, out var curve) ? curve.Of(figure.Kind, from, to) : 0)];

    static void Tell(Aggregation figure, RecordsByPerson own, RecordsByPerson second, int times, CurveSteps steps)
    {
        var trace = new PersonTrace(figure.Kind, figure.Link);
        for (var person = 0; person < own.Limit; person++)
        {
            if (own[person] is { IsEmpty: false } records)
            {
                trace.Tell(records, figure.Link is null ? [] : second[person], times, steps);
            }
        }
    }
}
