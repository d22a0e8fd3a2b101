using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Tests.Formulas;

/// <summary>A record as plain as possible, for the oracle.</summary>
public sealed record PlainRecord
{
    public required string Measure { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The area and all above it: 42/436/18073.</summary>
    public string AreaPath { get; init; } = "42";

    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    public string? Person { get; init; }

    /// <summary>+1, or −1 for a record that reverses another.</summary>
    public int Sign { get; init; } = 1;

    public long Quantity { get; init; }

    public long Amount { get; init; }
}

/// <summary>The oracle: answers aggregations by looking at every record, with nothing that could be clever and wrong.</summary>
public sealed class InMemoryFigures : IFigureSource
{
    public List<PlainRecord> Records { get; } = [];

    public List<(string Indicator, DateOnly Day, Rational Value)> Entries { get; } = [];

    public List<IReadOnlyList<AggregationRequest>> Calls { get; } = [];

    public Task<IReadOnlyList<AggregationAnswer>> AnswerAsync(IReadOnlyList<AggregationRequest> requests, CancellationToken cancellationToken)
    {
        Calls.Add(requests);
        return Task.FromResult<IReadOnlyList<AggregationAnswer>>([.. requests.Select(Answer)]);
    }

    private AggregationAnswer Answer(AggregationRequest request)
    {
        var aggregation = request.Aggregation;
        if (aggregation.Kind == AggregationKind.Entered)
        {
            var entries = Entries.Where(entry => entry.Indicator == aggregation.Measures[0] && entry.Day <= request.To).OrderBy(entry => entry.Day).ToList();
            return AggregationAnswer.Of(entries.Count == 0 ? null : entries[^1].Value);
        }

        var records = Records.Where(record =>
            aggregation.Measures.Contains(record.Measure)
            && record.Day >= request.From && record.Day <= request.To
            && record.AreaPath.Split('/').Contains(request.Area.Code)
            && aggregation.Filters.All(filter => filter.Passes(record.Dimensions.GetValueOrDefault(filter.Dimension)))).ToList();
        return request.Dimensions.Count == 0 ? AggregationAnswer.Of(Sum(aggregation, records)) : new AggregationAnswer
        {
            Members =
            [
                .. records
                    .GroupBy(record => string.Join('\n', request.Dimensions.Select(dimension => record.Dimensions.GetValueOrDefault(dimension, ""))))
                    .Select(group => new AggregationMember(group.Key.Split('\n'), Sum(aggregation, [.. group]))),
            ],
        };
    }

    private static Rational Sum(Aggregation aggregation, List<PlainRecord> records) => aggregation switch
    {
        { Kind: AggregationKind.People } => records.GroupBy(record => record.Person).Count(person => person.Sum(record => record.Sign) > 0),
        { Field: AggregatedField.Quantity } => records.Sum(record => record.Sign * record.Quantity),
        { Field: AggregatedField.Amount } => records.Sum(record => record.Sign * record.Amount),
        _ => records.Sum(record => record.Sign),
    };
}
