namespace AnSinh.Reporting.Formulas;

public sealed partial class FormulaParser
{
    private const string FunctionNames = "count(measure), sum(measure.quantity), sum(measure.amount), people(measure or measure), stock(measure)";

    private FormulaNode ParseCall()
    {
        var name = Current;
        AggregationKind? kind = name.Text switch
        {
            "count" => AggregationKind.Count,
            "sum" => AggregationKind.Sum,
            "people" => AggregationKind.People,
            "stock" => AggregationKind.Stock,
            _ => null,
        };
        if (kind is null && !PeriodShiftNames.TryGet(name.Text, out _))
        {
            throw Refuse($"{FunctionNames}, {PeriodShiftNames.All}, a number, [CODE] or a parenthesis");
        }

        Take();
        Expect("(");
        var node = kind is null ? ParseShifted(name) : ParseAggregation(name, kind.Value);
        Expect(")");
        return node;
    }

    private ShiftNode ParseShifted(FormulaToken name)
    {
        PeriodShiftNames.TryGet(name.Text, out var shift);
        return new ShiftNode(name.Position, shift, ParseSum());
    }

    private FormulaNode ParseAggregation(FormulaToken function, AggregationKind kind)
    {
        var (first, field) = SplitField(TakeMeasure(), kind);
        var measures = new List<NamedNode> { first };
        while (Current.Is("or") && kind == AggregationKind.People)
        {
            Take();
            measures.Add(TakeMeasure());
        }

        var node = new AggregationNode(function.Position, kind, measures, field);
        if (Current.Is("where"))
        {
            return ParseWhere(node);
        }

        return Current.Is(")") ? node : throw Refuse(kind == AggregationKind.People ? "or, where or )" : "where or )");
    }

    private NamedNode TakeMeasure() => Current.Kind == TokenKind.Name && !Current.Is("where") && !Current.Is("or")
        ? new NamedNode(Current.Position, Take().Text)
        : throw Refuse("the name of a measure");

    // sum(employment.placement.amount): the last part names the field.
    private static (NamedNode Measure, AggregatedField Field) SplitField(NamedNode path, AggregationKind kind)
    {
        var point = path.Name.LastIndexOf('.');
        AggregatedField? field = point < 0 ? null : path.Name[(point + 1)..] switch
        {
            "quantity" => AggregatedField.Quantity,
            "amount" => AggregatedField.Amount,
            _ => null,
        };
        if (field is not null && kind is AggregationKind.Sum or AggregationKind.Stock && point > 0)
        {
            return (path with { Name = path.Name[..point] }, field ?? AggregatedField.Records);
        }

        return kind != AggregationKind.Sum
            ? (path, AggregatedField.Records)
            : throw new FormulaSyntaxException(new FormulaError(path.Position, "formula.syntax", $"sum of \"{path.Name}\" does not say of what", "sum(measure.quantity) or sum(measure.amount)"));
    }

    private FilterNode ParseWhere(FormulaNode operand)
    {
        var where = Take();
        var conditions = new List<(TextPosition, DimensionFilter)> { ParseCondition() };
        while (Current.Is("and"))
        {
            Take();
            conditions.Add(ParseCondition());
        }

        return new FilterNode(where.Position, operand, conditions);
    }

    private (TextPosition Position, DimensionFilter Filter) ParseCondition()
    {
        var dimension = Current.Kind == TokenKind.Name ? Take() : throw Refuse("the name of a dimension");
        if (Current.Is("=") || Current.Is("!="))
        {
            var excludes = Take().Is("!=");
            return (dimension.Position, DimensionFilter.In(dimension.Text, TakeText()) with { Excludes = excludes });
        }

        var negated = Current.Is("not");
        if (negated)
        {
            Take();
        }

        if (!Current.Is("in"))
        {
            throw Refuse(negated ? "in" : "=, !=, in or not in");
        }

        Take();
        Expect("(");
        var values = new List<string> { TakeText() };
        while (Current.Is(","))
        {
            Take();
            values.Add(TakeText());
        }

        if (!Current.Is(")"))
        {
            throw Refuse(", or )");
        }

        Take();
        return (dimension.Position, DimensionFilter.In(dimension.Text, values) with { Excludes = negated });
    }

    private string TakeText() => Current.Kind == TokenKind.Text ? Take().Text : throw Refuse("a value in double quotes");
}
