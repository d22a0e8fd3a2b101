using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Tests.Formulas;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Catalogue;

public sealed class CatalogueErrorsTests
{
    private const string Rest = "name_vi: a, name_en: a, owner: o";

    [Theory]
    [InlineData("{ code: EMP-01, R, unit: người, kind: flow, formula: people(employment.placment) }", "formula.unknown_measure", "employment.placment")]
    [InlineData("{ code: EMP-01, R, unit: người, kind: flow, formula: people(employment.placement), dimensions: [level] }", "catalogue.unknown_dimension", "level]")]
    [InlineData("{ code: EMP-01, R, unit: người, kind: flow, formula: \"[EMP-09]\" }", "formula.unknown_indicator", "[EMP-09]")]
    [InlineData("{ code: EMP-01, R, unit: người, kind: flow, formula: '[EMP-09]' }", "formula.unknown_indicator", "[EMP-09]")]
    [InlineData("{ code: EMP-01, R, unit: người, kind: flow, formula: [EMP-09] }", "catalogue.malformed", "[EMP-09]")]
    [InlineData("{ code: EMP-01, R, unit: lượt, kind: flow, formula: people(employment.placement) }", "catalogue.unit_mismatch", "lượt")]
    [InlineData("{ code: EMP-01, R, unit: lượt, kind: flow, formula: count(employment.placement) + people(employment.placement) }", "formula.unit_mismatch", "+")]
    [InlineData("{ code: EMP-01, R, unit: người, kind: flow, formula: people(employment.placement }", "formula.syntax", " }")]
    [InlineData("{ code: EMP-01, R, unit: người, kind: flow, formula: people(employment.placement), subset_of: EMP-77 }", "catalogue.unknown_subset", "EMP-77")]
    [InlineData("{ code: EMP-01, R, unit: người, kind: flow, formula: people(employment.placement), subset_of: EMP-01 }", "catalogue.subset_cycle", "EMP-01 }")]
    [InlineData("{ code: EMP-01, R, unit: người, kind: flow }", "catalogue.missing", "{ code")]
    [InlineData("{ code: EMP-01, R, unit: người, kind: flux, formula: people(employment.placement) }", "catalogue.malformed", "flux")]
    [InlineData("{ code: emp1, R, unit: người, kind: flow, formula: people(employment.placement) }", "catalogue.malformed", "emp1")]
    [InlineData("{ code: EMP-01, R, unit: người, kind: flow, formla: x, formula: people(employment.placement) }", "catalogue.unknown_key", "formla")]
    [InlineData("{ code: EMP-01, R, unit: người, kind: flow, formula: people(employment.placement), factor: 100 }", "catalogue.kind_mismatch", "100")]
    [InlineData("{ code: EMP-01, R, unit: lượt, kind: flow, formula: stock(employment.placement) }", "catalogue.kind_mismatch", "stock")]
    [InlineData("{ code: EMP-01, R, unit: lượt, kind: stock, formula: count(employment.placement) }", "catalogue.kind_mismatch", "count")]
    [InlineData("{ code: EMP-01, R, unit: '%', kind: ratio, formula: count(employment.placement) }", "catalogue.kind_mismatch", "count")]
    [InlineData("{ code: EMP-01, R, unit: '%', kind: entered, formula: count(employment.placement) }", "catalogue.kind_mismatch", "count")]
    [InlineData("{ code: EMP-01, R, unit: lượt, kind: flow, formula: count(employment.placement), rounding: { mode: up } }", "catalogue.malformed", "up")]
    [InlineData("{ code: EMP-01, R, unit: lượt, kind: flow, formula: count(employment.placement), rounding: { decimals: -1 } }", "catalogue.malformed", "-1")]
    [InlineData("{ code: EMP-01, R, unit: lượt, kind: flow, formula: count(employment.placement), qualifier: { kind: over, step: 0 } }", "catalogue.malformed", "0 }")]
    [InlineData("{ code: EMP-01, R, unit: lượt, kind: flow, formula: count(employment.placement), legal_basis: [{ text: x, valid_from: 2020-13-01 }] }", "catalogue.malformed", "2020-13-01")]
    [InlineData("{ code: EMP-01, R, unit: lượt, kind: flow, formula: count(employment.placement), legal_basis: [{ text: x, valid_from: 2020-02-01, valid_to: 2020-01-01 }] }", "catalogue.malformed", "{ text")]
    [InlineData("just a text", "catalogue.malformed", "just")]
    public void Load_OfAWrongEntry_SaysWhereAndWhat(string entry, string code, string where)
    {
        var line = "  - " + entry.Replace(" R,", $" {Rest},", StringComparison.Ordinal);
        var error = Load("# a comment\nindicators:\n" + line).ShouldHaveSingleItem();
        error.Code.ShouldBe(code);
        error.Position.Line.ShouldBe(3);
        line[(error.Position.Column - 1)..].ShouldStartWith(where);
        error.Allowed.ShouldNotBeEmpty();
    }

    [Fact]
    public void Load_OfACycle_NamesThePathOnce()
    {
        var errors = Load($$"""
            indicators:
              - { code: AA-01, {{Rest}}, unit: lượt, kind: flow, formula: "[AA-02] + count(employment.placement)" }
              - { code: AA-02, {{Rest}}, unit: lượt, kind: flow, formula: "[AA-03]" }
              - { code: AA-03, {{Rest}}, unit: lượt, kind: flow, formula: "2 * [AA-01]" }
            """);
        errors.ShouldHaveSingleItem().Reason.ShouldContain("AA-01 → AA-02 → AA-03 → AA-01");
        errors[0].Code.ShouldBe("catalogue.cycle");
        errors[0].Position.Line.ShouldBe(4);
    }

    [Fact]
    public void Load_OfAnIndicatorThatNamesItself_IsACycle() =>
        Load($$"""indicators: [{ code: AA-01, {{Rest}}, unit: lượt, kind: flow, formula: "[AA-01]" }]""").ShouldHaveSingleItem().Code.ShouldBe("catalogue.cycle");

    [Fact]
    public void Load_OfManyMistakes_ReportsAllInTheOrderOfTheFile()
    {
        var errors = Load($$"""
            indicators:
              - { code: AA-01, {{Rest}}, unit: lượt, kind: flow, formula: count(nothing) }
              - { code: AA-01, {{Rest}}, unit: lượt, kind: flow, formula: count(employment.placement) }
              - { code: AA-02, {{Rest}}, unit: người, kind: flow, formula: people(employment.placement), subset_of: AA-01 }
              - { code: AA-03, {{Rest}}, unit: lượt, kind: flow, formula: "[AA-01]" }
            """);
        errors.Select(error => (error.Position.Line, error.Code)).ShouldBe(
            [(2, "formula.unknown_measure"), (3, "catalogue.duplicate_code"), (4, "catalogue.subset_unit")]);
        errors[2].ToString().ShouldStartWith("test.yaml(4,");
        errors[2].Indicator.ShouldBe("AA-02");
    }

    [Fact]
    public void Load_OfAFormulaOverSeveralLines_PointsIntoTheBlock()
    {
        var errors = Load($$"""
            indicators:
              - code: AA-01
                name_vi: a
                name_en: a
                owner: o
                unit: lượt
                kind: flow
                formula: |
                  count(employment.placement)
                    + count(nothing)
            """);
        errors.ShouldHaveSingleItem().Position.ShouldBe(new Reporting.Formulas.TextPosition(10, 17));
    }

    [Theory]
    [InlineData("indicators: [", "catalogue.yaml")]
    [InlineData("indicators: [{ code: A, code: B }]", "catalogue.yaml")]
    [InlineData("", "catalogue.malformed")]
    [InlineData("- a", "catalogue.malformed")]
    [InlineData("indicators: 7", "catalogue.malformed")]
    public void Load_OfAFileThatIsNoCatalogue_IsRefused(string yaml, string code) => Load(yaml)[0].Code.ShouldBe(code);

    private static IReadOnlyList<CatalogueError> Load(string yaml) =>
        Should.Throw<CatalogueException>(() => IndicatorCatalogue.Load(yaml, SampleMeasures.All, "test.yaml")).Errors;
}
