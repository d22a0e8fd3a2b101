using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Reports;

public sealed class ReportTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    [Fact]
    public async Task Render_OfTheHalfYear_PrintsThePublishedFigures()
    {
        var first = new DateOnly(2020, 1, 2);
        var events = Enumerable.Range(0, 9_997).Select(person => Told.Recorded(Told.Placement(
            person, first.AddDays(person % 180), person % 2 == 0 ? Told.CommuneOf447 : Told.CommuneOf436, person < 8_790 ? "domestic" : person < 9_994 ? "overseas_contract" : "loan")));
        foreach (var run in events.Chunk(2_000))
        {
            await reporting.BookAsync(run);
        }

        await reporting.Plans.SetPlanAsync(new SetPlanRequest
        {
            Plan = new Plan { Indicator = "EMP-01", AreaCode = "42", Year = 2020, Target = "24000", Comparator = Comparator.AtLeast },
            RequestId = Guid.NewGuid().ToString(),
        });
        const string name = "employment-half-year";
        (await reporting.Reports.ListTemplatesAsync(new ListTemplatesRequest())).Templates.ShouldBe([name, "ha-tinh-2020-h1", "hue-2020-two-months", "hue-2020-year"]);
        var report = (await reporting.Reports.RenderReportAsync(new RenderReportRequest { TemplateName = name, Period = "2020-H1", AreaCode = "42" })).Markdown;

        report.ShouldContain("9.997 người, đạt 41,65% kế hoạch");
        report.ShouldContain("đưa 1.204 người đi làm việc ở nước ngoài");
        report.ShouldContain("Tỉnh Hà Tĩnh");
    }

    [Fact]
    public async Task Render_OfAGivenText_FillsItIn()
    {
        var request = new RenderReportRequest { TemplateText = "{{area | code}}: {{EMP-02}} {{period | year}}", Period = "2019", AreaCode = "447" };
        (await reporting.Reports.RenderReportAsync(request)).Markdown.ShouldBe("447: 0 lượt 2019\n");
    }

    [Fact]
    public async Task Render_OfAWrongTemplate_IsRefusedWithLineAndColumn()
    {
        var refusal = await Refused.With(
            reporting.Reports.RenderReportAsync(new RenderReportRequest { TemplateText = "Một dòng\n  {{EMP-99}} và {{EMP-01 | glitter}}", Period = "2020", AreaCode = "42" }),
            StatusCode.InvalidArgument,
            "template.invalid");
        (refusal.Metadata["line"], refusal.Violations.Count).ShouldBe(("2", 2));
        refusal.Violations[0].Message.ShouldContain("dòng 2, cột ");
    }

    [Theory]
    [InlineData("no-such-template", "2020", "42", StatusCode.NotFound, "template.unknown")]
    [InlineData("employment-half-year", "2020-H9", "42", StatusCode.InvalidArgument, "period.invalid")]
    [InlineData("employment-half-year", "2020", "98", StatusCode.NotFound, "area.unknown")]
    public async Task Render_OfWhatIsNotThere_IsRefused(string template, string period, string area, StatusCode status, string code) =>
        await Refused.With(reporting.Reports.RenderReportAsync(new() { TemplateName = template, Period = period, AreaCode = area }), status, code);
}
