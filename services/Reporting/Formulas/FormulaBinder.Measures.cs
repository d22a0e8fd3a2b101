using AnSinh.Reporting.Catalogue;

namespace AnSinh.Reporting.Formulas;

public sealed partial class FormulaBinder
{
    private Bound BindAggregation(AggregationNode node)
    {
        var measures = new List<MeasureDefinition>();
        Unit? unit = null;
        foreach (var name in node.Measures)
        {
            if (!scope.Measures.TryGetValue(name.Name, out var measure))
            {
                Report(name.Position, "formula.unknown_measure", $"there is no measure \"{name.Name}\"", NameList.Of(scope.Measures.Keys, name.Name));
                continue;
            }

            measures.Add(measure);
            unit = UnitOf(node, name, measure);
            if (unit is null)
            {
                return Bound.Broken;
            }
        }

        if (measures.Count < node.Measures.Count)
        {
            return Bound.Broken;
        }

        if (node.Link is { } link && !BindLink(node, link))
        {
            return Bound.Broken;
        }

        var aggregation = new Aggregation
        {
            Kind = node.Kind,
            Field = node.Field,
            Link = node.Link is { } to ? new PersonLink(to.Relation, to.Measure.Name, to.FirstDay, to.LastDay) : null,
            Measures = [.. measures.Select(measure => measure.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
        var dimensions = measures
            .Select(measure => (IReadOnlyDictionary<string, DimensionDefinition>)measure.Dimensions.ToDictionary(dimension => dimension.Code, StringComparer.Ordinal))
            .Aggregate((left, right) => Common(left, right)!);
        return new Bound(new BoundAggregation(aggregation), unit, dimensions);
    }

    private Unit? UnitOf(AggregationNode node, NamedNode name, MeasureDefinition measure)
    {
        var (unit, lacks) = node switch
        {
            { Kind: AggregationKind.People or AggregationKind.StockPeople or AggregationKind.PeopleDuring } => (measure.HasPerson ? Unit.Persons : null, "persons"),
            { Field: AggregatedField.Amount } => (measure.HasAmount ? Unit.Dong : null, "amount"),
            { Field: AggregatedField.Quantity } => (measure.QuantityUnit, "quantity"),
            _ => (measure.RecordUnit, ""),
        };
        if (unit is null)
        {
            var has = new List<string> { $"count({measure.Code})", $"stock({measure.Code})" };
            has.AddRange(measure.HasPerson ? [$"people({measure.Code})"] : []);
            has.AddRange(measure.HasAmount ? [$"sum({measure.Code}.amount)"] : []);
            has.AddRange(measure.QuantityUnit is not null ? [$"sum({measure.Code}.quantity)"] : []);
            Report(name.Position, "formula.measure_lacks", $"the records of \"{measure.Code}\" carry no {lacks}", string.Join(", ", has));
        }

        return unit;
    }

    private bool BindLink(AggregationNode node, LinkNode link)
    {
        if (scope.Measures.TryGetValue(link.Measure.Name, out var measure))
        {
            return UnitOf(node, link.Measure, measure) is not null;
        }

        Report(link.Measure.Position, "formula.unknown_measure", $"there is no measure \"{link.Measure.Name}\"", NameList.Of(scope.Measures.Keys, link.Measure.Name));
        return false;
    }

    // Money and shares are what they are; what is counted may go by the name under which reports know it.
    private Bound BindUnit(UnitNode node)
    {
        var operand = Bind(node.Operand);
        if (operand.Unit is not { } unit)
        {
            return operand;
        }

        if (unit == Unit.Pure || unit == Unit.Dong || unit == Unit.Percent || unit == Unit.PercentagePoints || node.Unit.Trim().Length == 0)
        {
            Report(node.Position, "formula.unit_mismatch", $"{unit} cannot be called \"{node.Unit}\"", "a count of something, and the name of what is counted");
            return Bound.Broken;
        }

        return operand with { Unit = new Unit(node.Unit.Trim()) };
    }

    private Bound BindFilter(FilterNode node)
    {
        var operand = Bind(node.Operand);
        if (operand.Unit is null)
        {
            return operand;
        }

        var before = errors.Count;
        foreach (var (position, filter) in node.Conditions)
        {
            if (operand.Dimensions is null || !operand.Dimensions.TryGetValue(filter.Dimension, out var dimension))
            {
                Report(position, "formula.unknown_dimension", $"the figure has no dimension \"{filter.Dimension}\"", NameList.Of(operand.Dimensions?.Keys ?? [], filter.Dimension));
                continue;
            }

            var members = dimension.Members.Select(member => member.Code).ToList();
            foreach (var value in filter.Values.Where(value => members.Count > 0 && !members.Contains(value, StringComparer.Ordinal)))
            {
                Report(position, "formula.unknown_value", $"\"{value}\" is no value of {filter.Dimension}", NameList.Of(members, value));
            }
        }

        return errors.Count > before
            ? Bound.Broken
            : operand with { Expression = operand.Expression.Where([.. node.Conditions.Select(condition => condition.Filter)]) };
    }
}
