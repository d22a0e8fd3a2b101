using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Ledger;

/// <summary>The members that a question about people is answered for, and which combinations belong to each.</summary>
/// <param name="Request">The question.</param>
/// <param name="Keys">The members' dimension values.</param>
/// <param name="Grouping">What the store is asked.</param>
sealed record MemberList(AggregationRequest Request, IReadOnlyList<IReadOnlyList<string>> Keys, PeopleGrouping Grouping)
{
    const char Separator = '\u001f';

    public static MemberList Of(AggregationRequest request, IReadOnlyDictionary<long, DimensionSet> known)
    {
        if (request.Dimensions.Count == 0 && request.Aggregation.Filters.Count == 0)
        {
            return new MemberList(request, [[]], new PeopleGrouping(1, null));
        }

        var keys = new List<IReadOnlyList<string>>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var memberOf = new Dictionary<long, int>();
        foreach (var set in known.Values.Where(set => Passes(request, set)))
        {
            var key = KeyOf(request, set);
            var text = TextOf(key);
            if (!numbers.TryGetValue(text, out var number))
            {
                numbers[text] = number = keys.Count;
                keys.Add(key);
            }

            memberOf[set.Key] = number;
        }

        return new MemberList(request, keys, new PeopleGrouping(keys.Count, memberOf));
    }

    public static bool Passes(AggregationRequest request, DimensionSet set) =>
        request.Aggregation.Filters.All(filter => filter.Passes(set[filter.Dimension]));

    public static IReadOnlyList<string> KeyOf(AggregationRequest request, DimensionSet set) =>
        request.Dimensions.Count == 0 ? [] : [.. request.Dimensions.Select(dimension => set[dimension])];

    public static string TextOf(IReadOnlyList<string> key) => string.Join(Separator, key);

    public AggregationAnswer Answer(long[] counts) => Request.Dimensions.Count == 0
        ? AggregationAnswer.Of(counts.Sum())
        : new AggregationAnswer
        {
            Members = [.. Keys.Zip(counts, (key, count) => new AggregationMember(key, count)).Where(member => !member.Value.IsZero)],
        };
}
