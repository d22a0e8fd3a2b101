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
            && (aggregation.LooksBack || record.Day >= request.From) && record.Day <= request.To
            && Within(record.AreaPath, request.Area)
            && aggregation.Filters.All(filter => filter.Passes(record.Dimensions.GetValueOrDefault(filter.Dimension)))).ToList();
        return request.Dimensions.Count == 0 ? AggregationAnswer.Of(Sum(request, records)) : new AggregationAnswer
        {
            Members =
            [
                .. records
                    .GroupBy(record => string.Join('\n', request.Dimensions.Select(dimension => record.Dimensions.GetValueOrDefault(dimension, ""))))
                    .Select(group => new AggregationMember(group.Key.Split('\n'), Sum(request, [.. group]))),
            ],
        };
    }

    private static bool Within(string path, AreaScope area)
    {
        var codes = path.Split('/').ToList();
        return codes.IndexOf(area.Code) is >= 0 and var index && (area.Below is null || (index > 0 && codes[index - 1] == area.Below));
    }

    private Rational Sum(AggregationRequest request, List<PlainRecord> records) => request.Aggregation switch
    {
        { Kind: AggregationKind.People or AggregationKind.StockPeople or AggregationKind.PeopleDuring } =>
            records.GroupBy(record => record.Person).Count(person => Counts(request, person.Key!, [.. person])),
        { Field: AggregatedField.Quantity } => records.Sum(record => record.Sign * record.Quantity),
        { Field: AggregatedField.Amount } => records.Sum(record => record.Sign * record.Amount),
        _ => records.Sum(record => record.Sign),
    };

    private bool Counts(AggregationRequest request, string person, List<PlainRecord> own) => request.Aggregation switch
    {
        { Kind: AggregationKind.People, Link: null } => own.Sum(record => record.Sign) > 0,
        { Kind: AggregationKind.People, Link: { Relation: PersonRelation.FollowedBy } link } => own.Any(record => Of(link.Measure, person)
            .Any(other => other.Day.DayNumber - record.Day.DayNumber is var days && days >= link.FirstDay && days <= link.LastDay)),
        { Kind: AggregationKind.People, Link: { } link } => own.Any(record => Stock(Of(link.Measure, person), record.Day) > 0),
        { Kind: AggregationKind.PeopleDuring } => Enumerable.Range(-1, request.To.DayNumber - request.From.DayNumber + 2)
            .Any(day => Stock(own, request.From.AddDays(day)) > 0),
        { Link: { } link } => Stock(own, request.To) > 0 && Stock(Of(link.Measure, person), request.To) > 0,
        _ => Stock(own, request.To) > 0,
    };

    private IEnumerable<PlainRecord> Of(string measure, string person) => Records.Where(record => record.Measure == measure && record.Person == person);

    private static int Stock(IEnumerable<PlainRecord> records, DateOnly day) => records.Where(record => record.Day <= day).Sum(record => record.Sign);
}
