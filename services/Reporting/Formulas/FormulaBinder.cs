using System.Diagnostics.CodeAnalysis;
using AnSinh.Reporting.Catalogue;

namespace AnSinh.Reporting.Formulas;

/// <summary>Resolves the names of a parsed formula and checks dimensions and units; reports everything that is wrong at once.</summary>
public sealed partial class FormulaBinder
{
    private static readonly Dictionary<string, DimensionDefinition> NoDimensions = new(StringComparer.Ordinal);

    private readonly FormulaScope scope;
    private readonly List<FormulaError> errors = [];
    private readonly HashSet<string> references = new(StringComparer.Ordinal);

    private FormulaBinder(FormulaScope scope) => this.scope = scope;

    /// <summary>Parses and checks a formula.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="scope">The names that it may use.</param>
    /// <param name="formula">The checked formula, when nothing is wrong.</param>
    /// <param name="errors">Everything that is wrong, otherwise; after a syntax error only that.</param>
    public static bool TryBind(string text, FormulaScope scope, [NotNullWhen(true)] out CheckedFormula? formula, out IReadOnlyList<FormulaError> errors)
    {
        formula = null;
        if (!FormulaParser.TryParse(text, out var node, out var syntax))
        {
            errors = [syntax];
            return false;
        }

        return TryBind(text, node, scope, out formula, out errors);
    }

    /// <summary>Checks a formula that is already parsed.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="node">What it was parsed to.</param>
    /// <param name="scope">The names that it may use.</param>
    /// <param name="formula">The checked formula, when nothing is wrong.</param>
    /// <param name="errors">Everything that is wrong, otherwise.</param>
    public static bool TryBind(string text, FormulaNode node, FormulaScope scope, [NotNullWhen(true)] out CheckedFormula? formula, out IReadOnlyList<FormulaError> errors)
    {
        var binder = new FormulaBinder(scope);
        var bound = binder.Bind(node);
        errors = binder.errors;
        formula = errors.Count > 0 ? null : new CheckedFormula
        {
            Text = text,
            Root = bound.Expression,
            Unit = bound.Unit ?? Unit.Pure,
            Dimensions = bound.Dimensions ?? NoDimensions,
            References = binder.references,
        };

        // Without an error of its own, but naming an indicator that has one: not usable either.
        if (formula is not null && bound.Unit is null)
        {
            formula = null;
        }

        return formula is not null;
    }

    // Unit null: unknown because of an error already reported. Dimensions null: a number, which any dimension leaves as it is.
    private readonly record struct Bound(BoundExpression Expression, Unit? Unit, IReadOnlyDictionary<string, DimensionDefinition>? Dimensions)
    {
        public static Bound Broken => new(new BoundNumber(0), null, null);
    }

    private Bound Bind(FormulaNode node) => node switch
    {
        NumberNode number => new Bound(new BoundNumber(number.Value), Unit.Pure, null),
        ReferenceNode reference => BindReference(reference),
        AggregationNode aggregation => BindAggregation(aggregation),
        FilterNode filter => BindFilter(filter),
        UnitNode unit => BindUnit(unit),
        ShiftNode shift => Bind(shift.Operand) is var operand ? operand with { Expression = new BoundShift(shift.Shift, operand.Expression) } : default,
        NegationNode negation => Bind(negation.Operand) is var operand ? operand with { Expression = new BoundNegation(operand.Expression) } : default,
        BinaryNode binary => BindBinary(binary),
        _ => throw new InvalidOperationException($"No such part of a formula: {node.GetType().Name}."),
    };

    private Bound BindReference(ReferenceNode node)
    {
        if (!scope.Indicators.TryGetValue(node.Code, out var formula))
        {
            Report(node.Position, "formula.unknown_indicator", $"there is no indicator \"{node.Code}\"", NameList.Of(scope.Indicators.Keys, node.Code));
            return Bound.Broken;
        }

        references.Add(node.Code);
        return formula is null ? Bound.Broken : new Bound(new BoundReference(node.Code, formula), formula.Unit, formula.Dimensions);
    }

    private Bound BindBinary(BinaryNode node)
    {
        var (left, right) = (Bind(node.Left), Bind(node.Right));
        var expression = new BoundBinary(node.Operator, left.Expression, right.Expression);
        return new Bound(expression, UnitOf(node, left.Unit, right.Unit), Common(left.Dimensions, right.Dimensions));
    }

    private Unit? UnitOf(BinaryNode node, Unit? left, Unit? right)
    {
        if (left is null || right is null)
        {
            return null;
        }

        switch (node.Operator)
        {
            case FormulaOperator.Add or FormulaOperator.Subtract when left != right:
                var verb = node.Operator == FormulaOperator.Add ? "added" : "subtracted";
                Report(node.Position, "formula.unit_mismatch", $"{left} and {right} are different things and cannot be {verb}", "figures of one unit");
                return null;
            case FormulaOperator.Multiply when left != Unit.Pure && right != Unit.Pure:
                Report(node.Position, "formula.unit_mismatch", $"{left} cannot be multiplied by {right}", "a pure number on one side");
                return null;
            case FormulaOperator.Multiply:
                return left == Unit.Pure ? right : left;
            case FormulaOperator.Divide:
                return right == Unit.Pure ? left : Unit.Pure;
            default:
                return left;
        }
    }

    private static IReadOnlyDictionary<string, DimensionDefinition>? Common(
        IReadOnlyDictionary<string, DimensionDefinition>? left, IReadOnlyDictionary<string, DimensionDefinition>? right) =>
        left is null ? right
        : right is null ? left
        : left.Where(pair => right.ContainsKey(pair.Key)).ToDictionary(StringComparer.Ordinal);

    private void Report(TextPosition position, string code, string found, string allowed) =>
        errors.Add(new FormulaError(position, code, found, allowed));
}
