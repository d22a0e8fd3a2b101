using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Quality.Checks;

/// <summary>Values far off the unit's own preceding periods, by median and median absolute deviation, exactly.</summary>
/// <param name="evaluator">Computes figures.</param>
public sealed class Outliers(FormulaEvaluator evaluator) : IQualityCheck
{
    /// <inheritdoc/>
    public QualityKind Kind => QualityKind.Outlier;

    /// <inheritdoc/>
    public async Task<CheckResult> LookAsync(QualityRule rule, QualityScope scope, CancellationToken cancellationToken)
    {
        var series = scope.Units.Select(code => (Code: code, Periods: PeriodsOf(code, rule.History, scope)))
            .Where(unit => unit.Periods.Count > rule.LeastHistory)
            .SelectMany(unit => rule.Indicators.Select(indicator => (unit.Code, unit.Periods, Indicator: indicator))).ToList();
        var answers = await evaluator.EvaluateAsync(
            [.. series.SelectMany(one => one.Periods.Select(period => new FigureQuery { Formula = one.Indicator.Formula, Period = period, Area = new AreaScope(one.Code) }))],
            cancellationToken);
        var found = new List<SeenFinding>();
        var next = 0;
        foreach (var (code, periods, indicator) in series)
        {
            var values = answers.Skip(next).Take(periods.Count).Select(answer => answer.Total.Value).ToList();
            next += periods.Count;
            if (Finding(rule, indicator, code, values) is { } finding)
            {
                found.Add(finding);
            }
        }

        return new CheckResult(scope.Units, found);
    }

    /// <summary>The period and those before it in which the same unit was there, latest first.</summary>
    static List<Period> PeriodsOf(string code, int history, QualityScope scope)
    {
        var periods = new List<Period> { scope.Period };
        for (var earlier = scope.Period.Previous(); periods.Count <= history && earlier.From.Year >= Period.FirstYear && scope.IsSameUnit(code, earlier); earlier = earlier.Previous())
        {
            periods.Add(earlier);
        }

        return periods;
    }

    static SeenFinding? Finding(QualityRule rule, IndicatorDefinition indicator, string code, List<Rational?> values)
    {
        // The periods before the first one with a value are from before the records began.
        var before = values.Skip(1).Select(earlier => earlier ?? Rational.Zero).Reverse().SkipWhile(earlier => earlier.IsZero).ToList();
        if (values[0] is not { } value || before.Count < rule.LeastHistory)
        {
            return null;
        }

        var median = Median(before);
        var spread = Median([.. before.Select(one => (one - median).Abs())]);
        var limit = spread * rule.Factor > rule.Floor ? spread * rule.Factor : rule.Floor;
        return (value - median).Abs() <= limit ? null : new SeenFinding
        {
            Indicator = indicator,
            AreaCode = code,
            Message = $"{indicator.Code} lệch khỏi trung vị của {before.Count} kỳ trước nhiều hơn mức cho phép.",
            Values =
            [
                SeenValue.Of("giá trị", indicator, value),
                SeenValue.Of($"trung vị {before.Count} kỳ trước", indicator, median),
                SeenValue.Of("độ lệch tuyệt đối trung vị", indicator, spread),
                SeenValue.Of("mức lệch cho phép", indicator, limit),
            ],
        };
    }

    static Rational Median(List<Rational> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
