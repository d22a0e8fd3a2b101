using System.Globalization;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Formulas;

public sealed class FormulaPropertiesTests
{
    /// <summary>A formula of numbers as text, beside the value that plain exact arithmetic gives it; null after a division by zero.</summary>
    private sealed record Sum(string Text, Rational? Value);

    private static Gen<Sum> Numbers { get; } =
        from whole in Gen.Choose(0, 20)
        from tenths in Gen.Choose(0, 9)
        select new Sum(string.Create(CultureInfo.InvariantCulture, $"{whole}.{tenths}"), new Rational((whole * 10) + tenths, 10));

    private static Gen<Aggregation> Aggregations { get; } =
        from kind in Gen.Elements(AggregationKind.Count, AggregationKind.People, AggregationKind.Stock)
        from values in Gen.ListOf(Gen.Elements("JP", "Đài Loan", "a \"quoted\" one", "back\\slash", "", "x, y"))
        from excludes in Gen.Elements(true, false)
        from sex in Gen.Elements("male", "female")
        select new Aggregation { Kind = kind, Measures = ["employment.placement"] }.Where(
        [
            DimensionFilter.In("sex", sex),
            .. values.Count == 0 ? Array.Empty<DimensionFilter>() : [DimensionFilter.In("market", values) with { Excludes = excludes }],
        ]);

    [Fact]
    public void Evaluate_OfAnyArithmetic_IsThatOfExactNumbers() =>
        Prop.ForAll(Expressions(4).ToArbitrary(), sum =>
        {
            var formula = SampleMeasures.Bind(sum.Text);
            return formula.Evaluate(Period.OfYear(2020), (_, _) => null).Value == sum.Value;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bind_OfAnyAggregationAsItPrintsItself_GivesTheSameQuestion() =>
        Prop.ForAll(Aggregations.ToArbitrary(), aggregation => SampleMeasures.Bind(aggregation.ToString()).Aggregations.Single().Equals(aggregation))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_OfAnyText_AnswersOrRefusesWithAPlaceInIt() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements("count", "(", ")", "m", "+", "-", "/", "[", "]", "where", "at", "in", "\"x\"", "=", "1", ".", " ", "\n", "ộ", "and", "or", ","))
            .Select(string.Concat).ToArbitrary(), text =>
        {
            if (FormulaParser.TryParse(text, out _, out var error))
            {
                return true;
            }

            var lines = text.Split('\n');
            return error.Position.Line <= lines.Length && error.Position.Column <= lines[error.Position.Line - 1].Length + 1 && error.Allowed.Length > 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equality_OfFiltersThatReadAlike_TellsThemApart() =>
        DimensionFilter.In("market", "a\", \"b").ShouldNotBe(DimensionFilter.In("market", "a", "b"));

    private static Gen<Sum> Expressions(int depth) => depth == 0 ? Numbers : Gen.OneOf(
        Numbers,
        Expressions(depth - 1).Select(operand => new Sum($"-{operand.Text}", -operand.Value)),
        from left in Expressions(depth - 1)
        from right in Expressions(depth - 1)
        from symbol in Gen.Elements('+', '-', '*', '/')
        select new Sum($"({left.Text} {symbol} {right.Text})", symbol switch
        {
            '+' => left.Value + right.Value,
            '-' => left.Value - right.Value,
            '*' => left.Value * right.Value,
            _ => right.Value is null ? null : left.Value?.DividedBy(right.Value.Value),
        }));
}
