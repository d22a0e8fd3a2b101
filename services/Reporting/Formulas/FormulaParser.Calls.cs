using System.Globalization;

namespace AnSinh.Reporting.Formulas;

public sealed partial class FormulaParser
{
    private const string FunctionNames = "count(measure), sum(measure.quantity), sum(measure.amount), people(measure or measure), stock(measure), stock_people(measure), people_during(measure)";
    private const int MostDays = 3_660;

    private FormulaNode ParseCall()
    {
        var name = Current;
        AggregationKind? kind = name.Text switch
        {
            "count" => AggregationKind.Count,
            "sum" => AggregationKind.Sum,
            "people" => AggregationKind.People,
            "stock" => AggregationKind.Stock,
            "stock_people" => AggregationKind.StockPeople,
            "people_during" => AggregationKind.PeopleDuring,
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
        var countsPeople = kind is AggregationKind.People or AggregationKind.StockPeople or AggregationKind.PeopleDuring;
        while (Current.Is("or") && countsPeople)
        {
            Take();
            measures.Add(TakeMeasure());
        }

        var node = new AggregationNode(function.Position, kind, measures, field) { Link = ParseLink(kind) };
        if (Current.Is("where"))
        {
            return ParseWhere(node);
        }

        return Current.Is(")") ? node : throw Refuse(kind switch
        {
            _ when node.Link is not null => "where or )",
            AggregationKind.People => "or, followed_by, while, where or )",
            AggregationKind.StockPeople => "or, and, where or )",
            AggregationKind.PeopleDuring => "or, where or )",
            _ => "where or )",
        });
    }

    private LinkNode? ParseLink(AggregationKind kind)
    {
        PersonRelation? relation = (kind, Current.Text) switch
        {
            (AggregationKind.People, "followed_by") => PersonRelation.FollowedBy,
            (AggregationKind.People, "while") => PersonRelation.While,
            (AggregationKind.StockPeople, "and") => PersonRelation.And,
            _ => null,
        };
        if (relation is null || Current.Kind != TokenKind.Name)
        {
            return null;
        }

        Take();
        var measure = TakeMeasure();
        if (relation != PersonRelation.FollowedBy)
        {
            return new LinkNode(relation.Value, measure, 0, 0);
        }

        Expect("within");
        var first = TakeDays(0);
        Expect("..");
        return new LinkNode(relation.Value, measure, first, TakeDays(first));
    }

    private int TakeDays(int least) =>
        Current.Kind == TokenKind.Number && int.TryParse(Current.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= least && days <= MostDays
            ? Taken(days)
            : throw Refuse($"a number of days, {least} to {MostDays}");

    private int Taken(int days)
    {
        Take();
        return days;
    }

    private NamedNode TakeMeasure() => Current.Kind == TokenKind.Name && Current.Text is not ("where" or "or" or "and" or "while" or "followed_by" or "within")
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
