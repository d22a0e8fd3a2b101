using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Formulas;

/// <summary>Computes figures: gathers what all formulas ask, asks the source once, and does the arithmetic exactly.</summary>
/// <param name="source">Where the aggregations are answered.</param>
public sealed class FormulaEvaluator(IFigureSource source)
{
    private const char KeySeparator = '\u001f';

    /// <summary>Computes one figure.</summary>
    /// <param name="formula">How it is computed.</param>
    /// <param name="period">The period.</param>
    /// <param name="area">The area.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<Figure> EvaluateAsync(CheckedFormula formula, Period period, AreaScope area, CancellationToken cancellationToken)
    {
        var answers = await EvaluateAsync([new FigureQuery { Formula = formula, Period = period, Area = area }], cancellationToken);
        return answers[0].Total;
    }

    /// <summary>Computes many figures with one call to the source.</summary>
    /// <param name="queries">The figures.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>One answer per query, in their order.</returns>
    /// <exception cref="ArgumentException">A breakdown by a dimension that the formula does not have.</exception>
    public async Task<IReadOnlyList<FigureAnswer>> EvaluateAsync(IReadOnlyList<FigureQuery> queries, CancellationToken cancellationToken)
    {
        var requests = new Dictionary<Question, AggregationRequest>();
        foreach (var query in queries)
        {
            if (query.Dimensions.FirstOrDefault(dimension => !query.Formula.Dimensions.ContainsKey(dimension)) is { } unknown)
            {
                throw new ArgumentException($"\"{query.Formula.Text}\" has no dimension \"{unknown}\".", nameof(queries));
            }

            query.Formula.Root.Collect(query.Period, (aggregation, period) =>
            {
                Add(requests, aggregation, period, query, []);
                if (query.Dimensions.Count > 0)
                {
                    Add(requests, aggregation, period, query, query.Dimensions);
                }
            });
        }

        IReadOnlyList<AggregationAnswer> answers = requests.Count == 0 ? [] : await source.AnswerAsync([.. requests.Values], cancellationToken);
        var known = requests.Keys.Zip(answers, (question, answer) => (question, Answered: new Answered(answer))).ToDictionary(pair => pair.question, pair => pair.Answered);
        return [.. queries.Select(query => Compute(query, known))];
    }

    private static void Add(Dictionary<Question, AggregationRequest> requests, Aggregation aggregation, Period period, FigureQuery query, IReadOnlyList<string> dimensions)
    {
        var question = Question.Of(aggregation, period, query, dimensions);
        requests.TryAdd(question, new AggregationRequest
        {
            Aggregation = aggregation,
            From = question.From,
            To = question.To,
            Area = query.Area,
            View = query.View,
            Dimensions = dimensions,
        });
    }

    private static FigureAnswer Compute(FigureQuery query, Dictionary<Question, Answered> known)
    {
        var total = query.Formula.Evaluate(query.Period, (aggregation, period) => known[Question.Of(aggregation, period, query, [])].Value);
        if (query.Dimensions.Count == 0)
        {
            return new FigureAnswer { Total = total };
        }

        var keys = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        query.Formula.Root.Collect(query.Period, (aggregation, period) =>
        {
            foreach (var member in known[Question.Of(aggregation, period, query, query.Dimensions)].Answer.Members)
            {
                keys.TryAdd(KeyOf(member.Key), member.Key);
            }
        });
        return new FigureAnswer
        {
            Total = total,
            Members = [.. keys.Select(key => new FigureMember(key.Value, query.Formula.Evaluate(
                query.Period,
                (aggregation, period) => known[Question.Of(aggregation, period, query, query.Dimensions)].Member(key.Key))))],
        };
    }

    private static string KeyOf(IReadOnlyList<string> values) => string.Join(KeySeparator, values);

    private readonly record struct Question(Aggregation Aggregation, DateOnly From, DateOnly To, AreaScope Area, FigureView View, string Dimensions)
    {
        // A stock looks back without end, so the same stock at the end of a month and of its year is one question.
        public static Question Of(Aggregation aggregation, Period period, FigureQuery query, IReadOnlyList<string> dimensions) => new(
            aggregation,
            aggregation.Kind is AggregationKind.Stock or AggregationKind.StockPeople or AggregationKind.Entered ? DateOnly.MinValue : period.From,
            period.To,
            query.Area,
            query.View,
            KeyOf(dimensions));
    }

    private sealed class Answered(AggregationAnswer answer)
    {
        private readonly Dictionary<string, Rational> members = answer.Members.ToDictionary(member => KeyOf(member.Key), member => member.Value, StringComparer.Ordinal);

        public AggregationAnswer Answer => answer;

        public Rational? Value => answer.Value;

        // No record with these values: nothing was counted.
        public Rational? Member(string key) => members.TryGetValue(key, out var value) ? value : Rational.Zero;
    }
}
