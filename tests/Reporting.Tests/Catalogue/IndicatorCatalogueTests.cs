using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Measures;
using AnSinh.Reporting.Numbers;
using AnSinh.Reporting.Periods;
using AnSinh.Reporting.Tests.Formulas;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Catalogue;

public sealed class IndicatorCatalogueTests
{
    private static readonly IndicatorCatalogue BuiltIn = IndicatorCatalogue.LoadBuiltIn(BookingRules.Measures);

    [Fact]
    public void LoadBuiltIn_BindsFiltersSubsetsAndLegalBases()
    {
        BuiltIn.TryGet("EMP-03", out var abroad).ShouldBeTrue();
        abroad!.SubsetOf.ShouldBe("EMP-01");
        abroad.Formula.Aggregations.Single().ToString().ShouldBe("people(employment.placement) where channel = \"overseas_contract\"");
        abroad.LegalBasis.Single(basis => basis.IsInForce(new DateOnly(2020, 6, 30))).Text.ShouldContain("72/2006");
    }

    [Fact]
    public void TryBind_OfAQuery_MayFilterOnlyByTheIndicatorsDimensions()
    {
        BuiltIn.TryBind("[EMP-01] where channel = \"loan\"", out var formula, out _).ShouldBeTrue();
        formula!.Aggregations.Single().ToString().ShouldBe("people(employment.placement) where channel = \"loan\"");
        BuiltIn.TryBind("[EMP-03] where channel = \"loan\"", out _, out var errors).ShouldBeFalse();
        errors.Single().Code.ShouldBe("formula.unknown_dimension");
    }

    [Fact]
    public async Task Load_OfRatiosChangesAndEntries_ComputesThem()
    {
        var catalogue = IndicatorCatalogue.Load("""
            indicators:
              - { code: SOC-18, name_vi: a, name_en: a, owner: protection, unit: điểm %, kind: change, formula: "previous_year_end([SOC-17]) - [SOC-17]" }
              - code: SOC-17
                name_vi: Tỷ lệ hộ nghèo
                name_en: Poverty rate
                owner: protection
                unit: "%"
                kind: ratio
                formula: |
                  stock(protection.household where class = "poor")
                    / stock(protection.household)
                qualifier: { kind: over, step: 1, word: hơn }
              - { code: VOC-06, name_vi: c, name_en: c, owner: training, unit: "%", kind: entered }
            """, SampleMeasures.All);
        var figures = new InMemoryFigures();
        figures.Entries.Add(("VOC-06", new DateOnly(2020, 12, 31), Rational.Parse("65.45")));
        figures.Entries.Add(("VOC-06", new DateOnly(2021, 12, 31), 67));
        Household(figures, "2019-01-01", "poor", 1);
        Household(figures, "2019-01-01", "none", 3);
        Household(figures, "2020-05-01", "none", 4);
        (await Evaluate(catalogue, "SOC-17", figures)).ShouldBe(new Figure { Value = new Rational(25, 2), Numerator = 1, Denominator = 8 });
        (await Evaluate(catalogue, "SOC-18", figures)).Value.ShouldBe(new Rational(25, 2));
        (await Evaluate(catalogue, "VOC-06", figures)).Value.ShouldBe(Rational.Parse("65.45"));
        catalogue.TryGet("SOC-17", out var rate).ShouldBeTrue();
        rate!.Rounding.ShouldBe(Rounding.TwoDecimals);
        rate.Qualifier.ShouldBe(new QualifierRule(Qualifier.Over, 1, "hơn"));
    }

    [Fact]
    public async Task Evaluate_OfAnEntryThatNobodyMade_HasNoValue()
    {
        var catalogue = IndicatorCatalogue.Load("indicators: [{ code: VOC-06, name_vi: c, name_en: c, owner: training, unit: '%', kind: entered }]", []);
        (await Evaluate(catalogue, "VOC-06", new InMemoryFigures())).Value.ShouldBeNull();
    }

    private static Task<Figure> Evaluate(IndicatorCatalogue catalogue, string code, InMemoryFigures figures)
    {
        catalogue.TryGet(code, out var indicator).ShouldBeTrue();
        return new FormulaEvaluator(figures).EvaluateAsync(indicator!.Formula, Period.OfYear(2020), new AreaScope("42"), default);
    }

    private static void Household(InMemoryFigures figures, string day, string kind, int count) => figures.Records.AddRange(Enumerable.Repeat(
        new PlainRecord { Measure = "protection.household", Day = DateOnly.Parse(day, null), Dimensions = new Dictionary<string, string> { ["class"] = kind } }, count));
}
