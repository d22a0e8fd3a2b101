using AnSinh.Reporting.Numbers;

namespace AnSinh.Reporting.Formulas;

/// <summary>A formula as it is written, before anything is known about its measures and indicators.</summary>
/// <param name="Position">Where it begins in the text.</param>
public abstract record FormulaNode(TextPosition Position);

/// <summary>A number.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Value">The exact number.</param>
public sealed record NumberNode(TextPosition Position, Rational Value) : FormulaNode(Position);

/// <summary>Another indicator: <c>[EMP-01]</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Code">The indicator's code.</param>
public sealed record ReferenceNode(TextPosition Position, string Code) : FormulaNode(Position);

/// <summary>An aggregation over measures: <c>people(a or b)</c>, <c>sum(m.amount)</c>.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Kind">Which aggregation.</param>
/// <param name="Measures">The measures, at least one; more than one only for counts of people.</param>
/// <param name="Field">Which number of the records.</param>
public sealed record AggregationNode(TextPosition Position, AggregationKind Kind, IReadOnlyList<NamedNode> Measures, AggregatedField Field)
    : FormulaNode(Position)
{
    /// <summary>The second measure of a figure across two.</summary>
    public LinkNode? Link { get; init; }
}

/// <summary>The second measure of a figure across two.</summary>
/// <param name="Relation">How the two go together.</param>
/// <param name="Measure">The second measure.</param>
/// <param name="FirstDay">Fewest days between them.</param>
/// <param name="LastDay">Most days between them.</param>
public sealed record LinkNode(PersonRelation Relation, NamedNode Measure, int FirstDay, int LastDay);

/// <summary>The operand under another unit: <c>count(m) as "hộ"</c>.</summary>
/// <param name="Position">Where the word "as" stands.</param>
/// <param name="Operand">The operand.</param>
/// <param name="Unit">The unit.</param>
public sealed record UnitNode(TextPosition Position, FormulaNode Operand, string Unit) : FormulaNode(Position);

/// <summary>A name in a formula and where it stands.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Name">The name.</param>
public readonly record struct NamedNode(TextPosition Position, string Name);

/// <summary>Two operands and one of + − * /.</summary>
/// <param name="Position">Where the operator stands.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Left">The left operand.</param>
/// <param name="Right">The right operand.</param>
public sealed record BinaryNode(TextPosition Position, FormulaOperator Operator, FormulaNode Left, FormulaNode Right) : FormulaNode(Position);

/// <summary>The operand with the other sign.</summary>
/// <param name="Position">Where the minus stands.</param>
/// <param name="Operand">The operand.</param>
public sealed record NegationNode(TextPosition Position, FormulaNode Operand) : FormulaNode(Position);

/// <summary>The operand at another period: <c>previous_year_end(x)</c> or <c>x at previous_year_end</c>.</summary>
/// <param name="Position">Where the name of the period stands.</param>
/// <param name="Shift">Which period.</param>
/// <param name="Operand">The operand.</param>
public sealed record ShiftNode(TextPosition Position, PeriodShift Shift, FormulaNode Operand) : FormulaNode(Position);

/// <summary>The operand over the records that fulfil all conditions: <c>x where channel = "loan"</c>.</summary>
/// <param name="Position">Where the word "where" stands.</param>
/// <param name="Operand">The operand.</param>
/// <param name="Conditions">The conditions with the place of each.</param>
public sealed record FilterNode(TextPosition Position, FormulaNode Operand, IReadOnlyList<(TextPosition Position, DimensionFilter Filter)> Conditions)
    : FormulaNode(Position);

/// <summary>The four operators of arithmetic.</summary>
public enum FormulaOperator
{
    /// <summary>+, between figures of one unit.</summary>
    Add,

    /// <summary>−, between figures of one unit.</summary>
    Subtract,

    /// <summary>*, where one side is a pure number.</summary>
    Multiply,

    /// <summary>/, exact; of two figures it yields a pure number, by zero no value.</summary>
    Divide,
}
