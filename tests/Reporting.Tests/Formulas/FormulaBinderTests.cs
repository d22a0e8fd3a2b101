using AnSinh.Reporting.Formulas;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Formulas;

public sealed class FormulaBinderTests
{
    [Theory]
    [InlineData("count(employment.placement)", "lượt")]
    [InlineData("people(employment.placement or training.completion)", "người")]
    [InlineData("sum(protection.payment.amount)", "đồng")]
    [InlineData("sum(protection.payment.quantity)", "suất")]
    [InlineData("stock(protection.household)", "hộ")]
    [InlineData("people(employment.placement) / count(employment.placement)", "")]
    [InlineData("sum(protection.payment.amount) / 1000", "đồng")]
    [InlineData("2 * people(employment.placement) - people(training.completion)", "người")]
    [InlineData("1 / count(employment.placement)", "")]
    public void Bind_OfAFormula_KnowsItsUnit(string text, string unit) => SampleMeasures.Bind(text).Unit.Name.ShouldBe(unit);

    [Theory]
    [InlineData("people(employment.placement) + count(employment.placement)", "formula.unit_mismatch", 30)]
    [InlineData("sum(protection.payment.amount) - count(protection.payment)", "formula.unit_mismatch", 32)]
    [InlineData("count(employment.placement) + 1", "formula.unit_mismatch", 29)]
    [InlineData("people(employment.placement) * people(employment.placement)", "formula.unit_mismatch", 30)]
    [InlineData("count(employment.placment)", "formula.unknown_measure", 7)]
    [InlineData("people(protection.household)", "formula.measure_lacks", 8)]
    [InlineData("sum(employment.placement.quantity)", "formula.measure_lacks", 5)]
    [InlineData("[EMP-99]", "formula.unknown_indicator", 1)]
    [InlineData("count(employment.placement where level = \"x\")", "formula.unknown_dimension", 34)]
    [InlineData("people(employment.placement or training.completion) where channel = \"loan\"", "formula.unknown_dimension", 59)]
    [InlineData("count(employment.placement where channel = \"loans\")", "formula.unknown_value", 34)]
    [InlineData("1 where sex = \"male\"", "formula.unknown_dimension", 9)]
    public void Bind_OfAWrongFormula_SaysWhereAndWhat(string text, string code, int column)
    {
        FormulaBinder.TryBind(text, SampleMeasures.Scope, out _, out var errors).ShouldBeFalse();
        errors.Count.ShouldBe(1);
        errors[0].Code.ShouldBe(code);
        errors[0].Position.ShouldBe(new TextPosition(1, column));
        errors[0].Allowed.ShouldNotBeEmpty();
    }

    [Fact]
    public void Bind_OfSeveralMistakes_ReportsAll()
    {
        FormulaBinder.TryBind("count(x) + people(protection.household) + [NO-01]", SampleMeasures.Scope, out _, out var errors).ShouldBeFalse();
        errors.Select(error => error.Code).ShouldBe(["formula.unknown_measure", "formula.measure_lacks", "formula.unknown_indicator"]);
    }

    [Fact]
    public void Bind_OfAMisspeltName_OffersTheNearestFirst()
    {
        FormulaBinder.TryBind("count(employment.placment)", SampleMeasures.Scope, out _, out var errors).ShouldBeFalse();
        errors[0].Allowed.ShouldStartWith("employment.placement");
    }

    [Fact]
    public void Bind_OfASum_HasTheDimensionsThatAllItsMeasuresHave() =>
        SampleMeasures.Bind("count(employment.placement) / count(training.completion)").Dimensions.Keys.ShouldBe(["sex"]);

    [Fact]
    public void Where_PushesTheConditionDownToEveryMeasure()
    {
        var formula = SampleMeasures.Bind("(count(employment.placement) / count(training.completion where level = \"college\")) where sex = \"female\"");
        formula.Aggregations.Select(aggregation => aggregation.ToString()).ShouldBe(
            ["count(employment.placement) where sex = \"female\"", "count(training.completion) where level = \"college\" and sex = \"female\""]);
    }

    [Fact]
    public void Where_OnADimensionThatTheFigureLacks_IsAFault() =>
        Should.Throw<ArgumentException>(() => SampleMeasures.Bind("stock(protection.household)").Where([DimensionFilter.In("sex", "male")]));

    [Theory]
    [InlineData("people(training.completion followed_by employment.placement within 0..183)", "người")]
    [InlineData("people(employment.placement while training.completion) where channel = \"loan\"", "người")]
    [InlineData("stock_people(training.completion and employment.placement)", "người")]
    [InlineData("people_during(employment.placement or training.completion)", "người")]
    [InlineData("sum(protection.payment.quantity) as \"phần quà\"", "phần quà")]
    public void Bind_OfFiguresOfPeopleOverTime_WritesThemAsTheyWereRead(string text, string unit)
    {
        var formula = SampleMeasures.Bind(text);
        formula.Unit.Name.ShouldBe(unit);
        text.ShouldContain(formula.Aggregations.Single().ToString().Split(" where ")[0].TrimEnd(')'));
    }

    [Theory]
    [InlineData("stock_people(protection.household)", "formula.measure_lacks")]
    [InlineData("people(employment.placement while protection.household)", "formula.measure_lacks")]
    [InlineData("people(employment.placement while protection.nothing)", "formula.unknown_measure")]
    [InlineData("people(employment.placement while training.completion) where level = \"college\"", "formula.unknown_dimension")]
    [InlineData("sum(protection.payment.amount) as \"hộ\"", "formula.unit_mismatch")]
    public void Bind_OfWhatCannotBeCounted_IsRefused(string text, string code)
    {
        FormulaBinder.TryBind(text, SampleMeasures.Scope, out _, out var errors).ShouldBeFalse();
        errors[0].Code.ShouldBe(code);
    }
}
