using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Quality.Checks;

/// <summary>
/// Parts that are greater than their wholes. A part that counts the same records under more conditions cannot be, and is not looked at.
/// </summary>
/// <param name="catalogue">The indicators.</param>
/// <param name="evaluator">Computes figures.</param>
public sealed class Subsets(IndicatorCatalogue catalogue, FormulaEvaluator evaluator) : IQualityCheck
{
    /// <inheritdoc/>
    public QualityKind Kind => QualityKind.Subset;

    /// <inheritdoc/>
    public async Task<CheckResult> LookAsync(QualityRule rule, QualityScope scope, CancellationToken cancellationToken)
    {
        var pairs = rule.Indicators.Select(part => (Part: part, Whole: Whole(part))).Where(pair => !IsNarrower(Single(pair.Part), Single(pair.Whole))).ToList();
        var asked = scope.Units.SelectMany(code => pairs.Select(pair => (Code: code, pair.Part, pair.Whole))).ToList();
        var answers = await evaluator.EvaluateAsync([.. asked.SelectMany(one => new[] { Query(one.Part, one.Code, scope), Query(one.Whole, one.Code, scope) })], cancellationToken);
        var found = new List<SeenFinding>();
        for (var i = 0; i < asked.Count; i++)
        {
            if (answers[2 * i].Total.Value is { } part && answers[(2 * i) + 1].Total.Value is { } whole && part > whole)
            {
                found.Add(new SeenFinding
                {
                    Indicator = asked[i].Part,
                    AreaCode = asked[i].Code,
                    Message = $"{asked[i].Part.Code} là một phần của {asked[i].Whole.Code} nhưng lớn hơn.",
                    Values = [SeenValue.Of(asked[i].Part.Code, asked[i].Part, part), SeenValue.Of(asked[i].Whole.Code, asked[i].Whole, whole)],
                });
            }
        }

        return new CheckResult(scope.Units, found);
    }

    IndicatorDefinition Whole(IndicatorDefinition part) => catalogue.TryGet(part.SubsetOf!, out var whole)
        ? whole
        : throw new InvalidOperationException($"The checked catalogue has no {part.SubsetOf}, of which {part.Code} is a part.");

    static bool IsNarrower(Aggregation? part, Aggregation? whole) => part is not null && whole is { Link: null }
        && part.Kind == whole.Kind && part.Field == whole.Field && part.Measures.SequenceEqual(whole.Measures) && whole.Filters.All(part.Filters.Contains);

    static Aggregation? Single(IndicatorDefinition indicator) => indicator.Formula.Root is BoundAggregation single && single.Aggregation.Kind != AggregationKind.Entered ? single.Aggregation : null;

    static FigureQuery Query(IndicatorDefinition indicator, string code, QualityScope scope) =>
        new() { Formula = indicator.Formula, Period = scope.Period, Area = new AreaScope(code) };
}
