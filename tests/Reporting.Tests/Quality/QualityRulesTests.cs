using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Measures;
using AnSinh.Reporting.Quality;
using AnSinh.Testing;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Quality;

public sealed class QualityRulesTests
{
    static readonly IndicatorCatalogue Catalogue = IndicatorCatalogue.LoadBuiltIn(BookingRules.Measures);

    [Theory]
    [InlineData("{ code: DQ-01, kind: late, name_vi: a, text_vi: a, basis: a, indicators: [EMP-02], days: 30, most_share: 2 }", "catalogue.malformed", "a share from 0 to 1")]
    [InlineData("{ code: DQ-01, kind: late, name_vi: a, text_vi: a, basis: a, indicators: [EMP-02], days: -1, most_share: 0 }", "catalogue.malformed", "a whole number")]
    [InlineData("{ code: DQ-01, kind: late, name_vi: a, text_vi: a, basis: a, indicators: [EMP-99], days: 1, most_share: 0 }", "quality.unknown_indicator", "EMP-09")]
    [InlineData("{ code: DQ-01, kind: late, name_vi: a, text_vi: a, basis: a, indicators: [EMP-13], days: 1, most_share: 0 }", "quality.kind_mismatch", "computed")]
    [InlineData("{ code: DQ-01, kind: late, name_vi: a, text_vi: a, basis: a, indicators: [EMP-02, EMP-02], days: 1, most_share: 0 }", "catalogue.malformed", "once")]
    [InlineData("{ code: DQ-01, kind: not_entered, name_vi: a, text_vi: a, basis: a, indicators: [EMP-02] }", "quality.kind_mismatch", "entered")]
    [InlineData("{ code: DQ-01, kind: outlier, name_vi: a, text_vi: a, basis: a, indicators: [EMP-02], history: 2, least_history: 3, factor: 1, floor: 1 }", "catalogue.malformed", "from 3")]
    [InlineData("{ code: DQ-01, kind: outlier, name_vi: a, text_vi: a, basis: a, indicators: [SOC-17], history: 3, least_history: 3, factor: 1, floor: 1 }", "quality.kind_mismatch", "flows")]
    [InlineData("{ code: DQ-01, kind: gap, name_vi: a, text_vi: a, basis: a, indicators: [EMP-02], most_behind: 1 }", "catalogue.unknown_key", "most_behind")]
    [InlineData("{ code: DQ-01, kind: gap, name_vi: a, text_vi: a, most_behind: 1 }", "catalogue.missing", "basis")]
    [InlineData("{ code: DQ-01, kind: repeated_person, name_vi: a, text_vi: a, basis: a }", "catalogue.missing", "indicators")]
    [InlineData("{ code: D1, kind: subset, name_vi: a, text_vi: a, basis: a }", "catalogue.malformed", "DQ-01")]
    [InlineData("{ code: DQ-01, kind: guess, name_vi: a, text_vi: a, basis: a }", "catalogue.malformed", "silent_area")]
    public void Load_OfAWrongRule_NamesItsLine(string rule, string code, string allowed)
    {
        var refused = Should.Throw<QualityRulesException>(() => QualityRules.Load($"rules:\n  - {rule}\n", Catalogue));
        var error = refused.Errors.ShouldHaveSingleItem();
        (error.Code, error.Position.Line).ShouldBe((code, 2), error.ToString());
        error.Allowed.ShouldContain(allowed);
        refused.Message.ShouldContain("rules.yaml(2,");
    }

    [Fact]
    public void Load_OfTwoRulesWithOneCode_NamesTheSecond()
    {
        const string Rule = "  - { code: DQ-01, kind: subset, name_vi: a, text_vi: a, basis: a }\n";
        var refused = Should.Throw<QualityRulesException>(() => QualityRules.Load("rules:\n" + Rule + Rule, Catalogue));
        refused.Errors.Select(error => (error.Code, error.Position.Line)).ShouldBe([("catalogue.duplicate_code", 3)]);
    }

    [Fact]
    public async Task Start_WithWrongRules_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("rules.yaml");
        await File.WriteAllTextAsync(file, "rules: none\n");
        var refused = await Should.ThrowAsync<QualityRulesException>(() => ServiceTestHost.StartAsync(builder => builder.AddReporting(), null, $"Reporting:QualityRulesFile={file}"));
        refused.Errors.ShouldHaveSingleItem().Reason.ShouldContain("no list of rules");
    }
}
