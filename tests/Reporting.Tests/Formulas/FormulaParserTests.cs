using AnSinh.Reporting.Formulas;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Formulas;

public sealed class FormulaParserTests
{
    [Theory]
    [InlineData("count(m)", "count(m)")]
    [InlineData("stock(a.b)", "stock(a.b)")]
    [InlineData("sum(a.b.amount)", "sum(a.b.amount)")]
    [InlineData("sum(b.quantity where x = \"1\")", "sum(b.quantity) {x = \"1\"}")]
    [InlineData("people(a or b)", "people(a or b)")]
    [InlineData("1 + 2 * 3", "(1 + (2 * 3))")]
    [InlineData("(1 + 2) * 3", "((1 + 2) * 3)")]
    [InlineData("10 - 4 - 3", "((10 - 4) - 3)")]
    [InlineData("-2 * 3", "(-2 * 3)")]
    [InlineData("--0.5", "--1/2")]
    [InlineData("[EMP-01] / [ EMP-02 ]", "([EMP-01] / [EMP-02])")]
    [InlineData("previous_year_end([SOC-17]) - [SOC-17]", "(PreviousYearEnd<[SOC-17]> - [SOC-17])")]
    [InlineData("[SOC-17] at previous_year_end - [SOC-17]", "(PreviousYearEnd<[SOC-17]> - [SOC-17])")]
    [InlineData("count(m) where a = \"x\" and b != \"y\" + 1", "(count(m) {a = \"x\", b != \"y\"} + 1)")]
    [InlineData("count(m) where a in (\"y\", \"x\", \"x\")", "count(m) {a in (\"x\", \"y\")}")]
    [InlineData("count(m) where a not in (\"x\")", "count(m) {a != \"x\"}")]
    [InlineData("(count(m) + count(n)) where a = \"x \\\" y\" at year_to_date", "YearToDate<(count(m) + count(n)) {a = \"x \\\" y\"}>")]
    public void Parse_OfAFormula_BuildsItsTree(string text, string tree)
    {
        FormulaParser.TryParse(text, out var node, out var error).ShouldBeTrue(error?.ToString());
        Show(node!).ShouldBe(tree);
    }

    [Theory]
    [InlineData("", 1, 1, "the end of the formula")]
    [InlineData("count(m", 1, 8, "the end of the formula")]
    [InlineData("cnt(m)", 1, 1, "\"cnt\"")]
    [InlineData("count(m) count(n)", 1, 10, "\"count\"")]
    [InlineData("1 +\n  * 2", 2, 3, "\"*\"")]
    [InlineData("sum(m)", 1, 5, "does not say of what")]
    [InlineData("sum(amount)", 1, 5, "does not say of what")]
    [InlineData("count(a or b)", 1, 9, "\"or\"")]
    [InlineData("count(a followed_by b within 0..9)", 1, 9, "\"followed_by\"")]
    [InlineData("people(a followed_by b within 9..3)", 1, 34, "\"3\"")]
    [InlineData("people(a followed_by b)", 1, 23, "\")\"")]
    [InlineData("people(a and b)", 1, 10, "\"and\"")]
    [InlineData("stock_people(a while b)", 1, 16, "\"while\"")]
    [InlineData("count(m) as hộ", 1, 14, "ộ")]
    [InlineData("count(m) where = \"x\"", 1, 16, "\"=\"")]
    [InlineData("count(m) where a = x", 1, 20, "\"x\"")]
    [InlineData("count(m) where a in \"x\"", 1, 21, "the text \"x\"")]
    [InlineData("count(m) where a = “x”", 1, 20, "“")]
    [InlineData("count(m) where a = \"x", 1, 20, "does not end")]
    [InlineData("[EMP-01", 1, 1, "does not end")]
    [InlineData("[EMP-01] at yesterday", 1, 13, "\"yesterday\"")]
    [InlineData("1 ; 2", 1, 3, ";")]
    public void TryParse_OfABrokenFormula_SaysWhereAndWhat(string text, int line, int column, string found)
    {
        FormulaParser.TryParse(text, out _, out var error).ShouldBeFalse();
        error!.Position.ShouldBe(new TextPosition(line, column));
        error.Found.ShouldContain(found);
        error.Allowed.ShouldNotBeEmpty();
    }

    [Fact]
    public void TryParse_OfAHostileText_RefusesWithoutHarm()
    {
        FormulaParser.TryParse(new string('(', 3000), out _, out var deep).ShouldBeFalse();
        deep!.Allowed.ShouldContain("levels");
        FormulaParser.TryParse(new string('-', 3000) + "1", out _, out _).ShouldBeFalse();
        FormulaParser.TryParse(new string('1', 5000), out _, out var tooLong).ShouldBeFalse();
        tooLong!.Code.ShouldBe("formula.too_long");
        FormulaParser.TryParse(new string('1', 300), out _, out _).ShouldBeFalse();
        FormulaParser.TryParse(string.Join('+', Enumerable.Repeat("1", 1900)), out _, out _).ShouldBeTrue();
    }

    private static string Show(FormulaNode node) => node switch
    {
        NumberNode number => number.Value.ToString(),
        ReferenceNode reference => $"[{reference.Code}]",
        AggregationNode a => new Aggregation { Kind = a.Kind, Field = a.Field, Measures = [.. a.Measures.Select(measure => measure.Name)] }.ToString(),
        FilterNode filter => $"{Show(filter.Operand)} {{{string.Join(", ", filter.Conditions.Select(condition => condition.Filter))}}}",
        ShiftNode shift => $"{shift.Shift}<{Show(shift.Operand)}>",
        NegationNode negation => $"-{Show(negation.Operand)}",
        BinaryNode binary => $"({Show(binary.Left)} {"+-*/"[(int)binary.Operator]} {Show(binary.Right)})",
        _ => node.ToString(),
    };
}
