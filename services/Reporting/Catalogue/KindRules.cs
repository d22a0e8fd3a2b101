using AnSinh.Reporting.Formulas;

namespace AnSinh.Reporting.Catalogue;

/// <summary>What each kind of indicator allows in its formula, its unit and its dimensions.</summary>
internal static class KindRules
{
    /// <summary>The formula with the entry's unit, factor and dimensions, or null when the entry breaks a rule.</summary>
    public static CheckedFormula? Check(IndicatorEntry entry, CheckedFormula formula, CatalogueErrors errors)
    {
        var before = errors.Count;
        var kinds = formula.Aggregations.Select(aggregation => aggregation.Kind).Distinct().ToList();
        var isStock = kinds.TrueForAll(kind => kind is AggregationKind.Stock or AggregationKind.StockPeople or AggregationKind.Entered);
        switch (entry.Kind)
        {
            case IndicatorKind.Flow when kinds.Contains(AggregationKind.Stock) || kinds.Contains(AggregationKind.StockPeople):
                errors.Add(entry.Formula!, "catalogue.kind_mismatch", "a flow cannot contain a stock", "count, sum, people and people_during, or kind: stock");
                break;
            case IndicatorKind.Stock when !isStock:
                errors.Add(entry.Formula!, "catalogue.kind_mismatch", "a stock cannot contain figures of a period", "stock(measure) and stock_people(measure), or kind: flow");
                break;
            case IndicatorKind.Ratio or IndicatorKind.Completion when formula.Root is not BoundBinary { Operator: FormulaOperator.Divide } || formula.Unit != Unit.Pure:
                errors.Add(entry.Formula!, "catalogue.kind_mismatch", "a ratio is one figure divided by another", "a / b; a factor such as 100 goes into factor");
                break;
        }

        CheckUnit(entry, formula, errors);
        CheckDimensions(entry, formula, errors);
        return errors.Count > before ? null : formula with
        {
            Unit = new Unit(entry.Unit.Value!),
            Factor = entry.Factor,
            Dimensions = entry.Dimensions.ToDictionary(node => node.Value!, node => formula.Dimensions[node.Value!], StringComparer.Ordinal),
        };
    }

    /// <summary>The question for the latest entry of an entered indicator.</summary>
    public static CheckedFormula? Entered(IndicatorEntry entry, CatalogueErrors errors) =>
        Plain(entry, new BoundAggregation(new Aggregation { Kind = AggregationKind.Entered, Measures = [entry.Code] }), errors);

    /// <summary>The formula of an indicator whose records do not exist yet: no value.</summary>
    public static CheckedFormula? NoSource(IndicatorEntry entry, CatalogueErrors errors) => Plain(entry, new BoundNothing(), errors);

    private static CheckedFormula? Plain(IndicatorEntry entry, BoundExpression root, CatalogueErrors errors)
    {
        foreach (var dimension in entry.Dimensions)
        {
            errors.Add(dimension, "catalogue.unknown_dimension", "a figure that is not computed has no dimensions", "no dimensions");
        }

        return entry.Dimensions.Count > 0 ? null : new CheckedFormula
        {
            Text = "",
            Root = root,
            Unit = new Unit(entry.Unit.Value!),
            Dimensions = new Dictionary<string, DimensionDefinition>(StringComparer.Ordinal),
            References = new HashSet<string>(StringComparer.Ordinal),
        };
    }

    private static void CheckUnit(IndicatorEntry entry, CheckedFormula formula, CatalogueErrors errors)
    {
        if (entry.Kind is IndicatorKind.Ratio or IndicatorKind.Completion)
        {
            return;
        }

        // The difference of two percentages is in points: 4,17% − 3,45% = 0,72 điểm %.
        var due = entry.Kind == IndicatorKind.Change && formula.Unit == Unit.Percent ? Unit.PercentagePoints : formula.Unit;
        if (!string.Equals(due.Name, entry.Unit.Value, StringComparison.Ordinal))
        {
            errors.Add(entry.Unit, "catalogue.unit_mismatch", $"the unit is {entry.Unit.Value}, but the formula yields {due}", due.ToString());
        }
    }

    private static void CheckDimensions(IndicatorEntry entry, CheckedFormula formula, CatalogueErrors errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in entry.Dimensions)
        {
            if (!formula.Dimensions.ContainsKey(node.Value!))
            {
                errors.Add(node, "catalogue.unknown_dimension", $"\"{node.Value}\" is no dimension of every measure in the formula", NameList.Of(formula.Dimensions.Keys, node.Value!));
            }
            else if (!seen.Add(node.Value!))
            {
                errors.Add(node, "catalogue.malformed", $"\"{node.Value}\" is listed twice", "each dimension once");
            }
        }
    }
}
