using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Measures;
using AnSinh.Reporting.Templates;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Templates;

public sealed class ReportTemplateTests
{
    private static readonly IndicatorCatalogue Catalogue = IndicatorCatalogue.LoadBuiltIn(BookingRules.Measures);

    [Theory]
    [InlineData("ab {{EMP-99}}", "formula.unknown_indicator", "EMP-99")]
    [InlineData("ab {{nothing}}", "template.unknown_placeholder", "nothing")]
    [InlineData("ab {{}}", "template.unknown_placeholder", "}}")]
    [InlineData("ab {{EMP-01 | plann}}", "template.unknown_filter", "plann")]
    [InlineData("ab {{EMP-01 | }}", "template.unknown_filter", "}}")]
    [InlineData("ab {{EMP-01 | decimals x}}", "template.malformed_filter", "decimals x")]
    [InlineData("ab {{EMP-01 | over 0}}", "template.malformed_filter", "over 0")]
    [InlineData("ab {{EMP-01 where level = \"x\"}}", "formula.unknown_dimension", "level")]
    [InlineData("ab {{EMP-01 where channel = \"lone\"}}", "formula.unknown_value", "channel")]
    [InlineData("ab {{EMP-01 whre channel = \"loan\"}}", "formula.syntax", "whre")]
    [InlineData("ab {{= [EMP-01] + [EMP-02]}}", "formula.unit_mismatch", "+")]
    [InlineData("ab {{EMP-01 where channel = \"loan\" | plan}}", "template.no_plan", "EMP-01")]
    [InlineData("ab {{EMP-01 | fraction}}", "template.no_ratio", "EMP-01")]
    [InlineData("ab {{EMP-01", "template.unclosed", "{{EMP-01")]
    [InlineData("ab {{EMP-01 where channel = \"loan}}", "template.unclosed", "{{EMP-01")]
    [InlineData("ab {{period | shout}}", "template.unknown_filter", "shout")]
    [InlineData("ab {{member}}", "template.member_outside", "{{member}}")]
    [InlineData("{{end}}", "template.unopened", "{{end}}")]
    [InlineData("{{table by channel}}", "template.unclosed", "{{table")]
    public void Parse_OfAWrongLine_SaysWhereAndWhat(string line, string code, string where)
    {
        var error = Errors("# Title\n\n" + line).ShouldHaveSingleItem();
        error.Code.ShouldBe(code);
        error.Position.Line.ShouldBe(3);
        line[(error.Position.Column - 1)..].ShouldStartWith(where);
        error.Allowed.ShouldNotBeEmpty();
        error.ToString().ShouldStartWith("test.md(3,");
    }

    [Theory]
    [InlineData("{{table by channel}}\n| {{member}} | {{EMP-03}} |\n{{end}}", "template.unknown_dimension", 2)]
    [InlineData("{{table by channel}}\n| {{EMP-01}} |\n{{end}}", "template.empty_table", 1)]
    [InlineData("{{table by channel}}\n{{table by sex}}\n| {{member}} | {{EMP-01}} |\n{{end}}", "template.nested", 2)]
    [InlineData("{{table by channel}}\n| {{member}} | {{EMP-01 | plan}} |\n{{end}}", "template.no_plan", 2)]
    public void Parse_OfAWrongTable_SaysWhereAndWhat(string text, string code, int line)
    {
        var error = Errors(text).ShouldHaveSingleItem();
        error.Code.ShouldBe(code);
        error.Position.Line.ShouldBe(line);
    }

    [Fact]
    public void Parse_OfManyMistakes_ReportsAllInOrder() =>
        Errors("{{EMP-98}} {{EMP-01 | a}}\n{{b}}").Select(error => (error.Position.Line, error.Position.Column)).ShouldBe([(1, 3), (1, 23), (2, 3)]);

    [Fact]
    public void Parse_OfATextWithoutEnd_IsRefused() =>
        Errors(new string('a', ReportTemplate.LongestText + 1)).ShouldHaveSingleItem().Code.ShouldBe("template.too_long");

    [Fact]
    public void BuiltIn_OfAnUnknownName_IsRefused() => Should.Throw<ArgumentException>(() => ReportTemplate.BuiltIn("nothing.md", Catalogue));

    private static IReadOnlyList<TemplateError> Errors(string text) =>
        Should.Throw<TemplateException>(() => ReportTemplate.Parse(text, Catalogue, "test.md")).Errors;
}
