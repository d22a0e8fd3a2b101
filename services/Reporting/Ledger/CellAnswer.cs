using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Ledger;

/// <summary>Answers a count, sum or stock from sums by dimension combination.</summary>
static class CellAnswer
{
    public static AggregationAnswer Of(AggregationRequest request, IReadOnlyDictionary<long, CellSum> sums, IReadOnlyDictionary<long, DimensionSet> known)
    {
        var total = default(CellSum);
        var members = new Dictionary<string, (IReadOnlyList<string> Key, CellSum Sum)>(StringComparer.Ordinal);
        foreach (var (dims, sum) in sums)
        {
            var set = known[dims];
            if (sum.IsNothing || !MemberList.Passes(request, set))
            {
                continue;
            }

            total += sum;
            if (request.Dimensions.Count > 0)
            {
                var key = MemberList.KeyOf(request, set);
                var text = MemberList.TextOf(key);
                members[text] = (key, members.GetValueOrDefault(text).Sum + sum);
            }
        }

        return request.Dimensions.Count == 0
            ? AggregationAnswer.Of(Value(request, total))
            : new AggregationAnswer { Members = [.. members.Values.Select(member => new AggregationMember(member.Key, Value(request, member.Sum)))] };
    }

    static long Value(AggregationRequest request, CellSum sum) => request.Aggregation.Field switch
    {
        AggregatedField.Quantity => sum.Quantity,
        AggregatedField.Amount => sum.AmountVnd,
        _ => sum.Count,
    };
}
