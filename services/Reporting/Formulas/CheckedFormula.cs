using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;

namespace AnSinh.Reporting.Formulas;

/// <summary>A formula whose names, dimensions and units are known to be right; made by <see cref="FormulaBinder"/>.</summary>
public sealed record CheckedFormula
{
    /// <summary>The formula as it was written.</summary>
    public required string Text { get; init; }

    /// <summary>The resolved expression, before <see cref="Factor"/>.</summary>
    public required BoundExpression Root { get; init; }

    /// <summary>What the value counts, <see cref="Factor"/> included.</summary>
    public required Unit Unit { get; init; }

    /// <summary>What the value is multiplied by: 100 for a percentage.</summary>
    public Rational Factor { get; init; } = Rational.One;

    /// <summary>The dimensions by which the figure can be filtered and broken down: those of every measure in it, or fewer.</summary>
    public required IReadOnlyDictionary<string, DimensionDefinition> Dimensions { get; init; }

    /// <summary>The codes of the indicators that the formula names itself.</summary>
    public required IReadOnlySet<string> References { get; init; }

    /// <summary>Every question that the formula asks, those of the indicators that it names included.</summary>
    public IReadOnlyList<Aggregation> Aggregations
    {
        get
        {
            var found = new HashSet<Aggregation>();
            Root.Collect(AnyPeriod, (aggregation, _) => found.Add(aggregation));
            return [.. found];
        }
    }

    // Which questions are asked does not depend on the period.
    private static Period AnyPeriod { get; } = Period.OfYear(2020);

    /// <summary>The same figure over the records that also fulfil the conditions.</summary>
    /// <param name="filters">Conditions on <see cref="Dimensions"/>.</param>
    /// <exception cref="ArgumentException">A condition names another dimension.</exception>
    public CheckedFormula Where(IReadOnlyList<DimensionFilter> filters)
    {
        if (filters.FirstOrDefault(filter => !Dimensions.ContainsKey(filter.Dimension)) is { } unknown)
        {
            throw new ArgumentException($"The figure has no dimension \"{unknown.Dimension}\".", nameof(filters));
        }

        return filters.Count == 0 ? this : this with
        {
            Text = $"({Text}) where {string.Join(" and ", filters)}",
            Root = Root.Where(filters),
        };
    }

    /// <summary>Computes the figure from answers that are already there.</summary>
    /// <param name="period">The period.</param>
    /// <param name="answer">The answers.</param>
    public Figure Evaluate(Period period, AnswerLookup answer)
    {
        var figure = Root.Evaluate(period, answer);
        return figure with { Value = figure.Value * Factor };
    }
}
