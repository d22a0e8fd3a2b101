using AnSinh.Contracts.Reporting.V1;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Reports;

public sealed class CreateReportTests(ReportWorld world) : IClassFixture<ReportWorld>
{
    const string Circular = "Thông tư 02/2021/TT-BLĐTBXH";
    const string Regime = "Chế độ báo cáo của tỉnh theo Nghị định 09/2019/NĐ-CP (ngày gửi chưa kiểm chứng)";

    [Theory]
    [InlineData("nothing", "2020", "42", StatusCode.NotFound, "template.unknown")]
    [InlineData(ReportWorld.Plain, "2020-H3", "42", StatusCode.InvalidArgument, "period.invalid")]
    [InlineData(ReportWorld.Plain, "2020", "98", StatusCode.NotFound, "area.unknown")]
    [InlineData(ReportWorld.Plain, "2025-Q4", "447", StatusCode.NotFound, "area.not_valid_on_date")]
    [InlineData(ReportWorld.Plain, "2026", "42", StatusCode.InvalidArgument, "report.period_not_over")]
    [InlineData(ReportWorld.Plain, "2026-YTD-06-15", "42", StatusCode.InvalidArgument, "report.period_not_over")]
    public async Task Create_OfWhatCannotBe_IsRefusedAndChangesNothing(string template, string period, string area, StatusCode status, string code)
    {
        var before = await world.Author.ListReportsAsync(new());
        await Refused.With(
            world.Author.CreateReportAsync(new() { Report = new Report { Template = template, Period = period, AreaCode = area }, RequestId = ReportWorld.Request() }), status, code);
        (await world.Author.ListReportsAsync(new())).ShouldBe(before);
    }

    [Fact]
    public async Task Create_OfAPeriodThatIsNotOver_WithTheFlag_SaysSoOnTheReport()
    {
        var report = await world.CreateAsync("2026-H1", preliminary: true);
        (await world.Author.GetReportDocumentAsync(new() { Name = report.Name })).Markdown.ShouldStartWith("# BÁO CÁO 6 tháng đầu năm 2026\n\n*Số liệu sơ bộ, tính đến ngày 15/06/2026.*\n\n");
        var over = await world.CreateAsync("2026-YTD-06-14");
        (await world.Author.GetReportDocumentAsync(new() { Name = over.Name })).Markdown.ShouldNotContain("sơ bộ");
    }

    [Fact]
    public async Task Create_Again_IsRefusedUntilItCorrectsThePublishedOne()
    {
        var period = world.NextPeriod();
        await Refused.With(Create(period, "reports/" + Guid.NewGuid()), StatusCode.InvalidArgument, "report.replaces_unknown");
        var first = await world.CreateAsync(period);
        (await Refused.With(Create(period, ""), StatusCode.AlreadyExists, "report.exists")).Message.ShouldContain(first.Name);
        await Refused.With(Create(period, first.Name), StatusCode.AlreadyExists, "report.exists");
        first = await world.Author.UpdateReportTextAsync(new() { Name = first.Name, Etag = first.Etag, Key = "outlook", Text = "Lời văn", RequestId = ReportWorld.Request() });
        first = await world.PublishAsync(await world.ApproveAsync(await world.SubmitAsync(first)));
        await Refused.With(Create(period, ""), StatusCode.AlreadyExists, "report.exists");

        var second = await world.CreateAsync(period, replaces: first.Name);
        (second.Edition, second.Replaces, second.State, second.Texts.Single().Text).ShouldBe((2, first.Name, ReportState.Draft, "Lời văn"));
        (await world.Author.GetReportAsync(new() { Name = first.Name })).ReplacedBy.ShouldBe("");
        await world.PublishAsync(await world.ApproveAsync(await world.SubmitAsync(second)));
        (await world.Author.GetReportAsync(new() { Name = first.Name })).ReplacedBy.ShouldBe(second.Name);
        var listed = (await world.Author.ListReportsAsync(new() { Period = period, State = ReportState.Published })).Reports;
        listed.Select(report => (report.Name, report.ReplacedBy)).ShouldBe([(second.Name, ""), (first.Name, second.Name)]);
    }

    [Fact]
    public async Task List_GivesACallerTheirOwnAreas_PageByPage()
    {
        var period = world.NextPeriod();
        foreach (var area in new[] { "42", "447", "436" })
        {
            await world.CreateAsync(period, area);
        }

        var district = new ReportService.ReportServiceClient(world.Host.Channel(world.Host.Token(["447"], "report-reader")));
        (await district.ListReportsAsync(new() { Period = period })).Reports.ShouldHaveSingleItem().AreaCode.ShouldBe("447");
        var foreign = (await world.Author.ListReportsAsync(new() { Period = period, AreaCode = "436" })).Reports.ShouldHaveSingleItem();
        await Refused.With(district.GetReportAsync(new() { Name = foreign.Name }), StatusCode.PermissionDenied, "area.out_of_scope");
        var first = await world.Author.ListReportsAsync(new() { Period = period, PageSize = 2 });
        var rest = await world.Author.ListReportsAsync(new() { Period = period, PageSize = 2, PageToken = first.NextPageToken });
        first.Reports.Concat(rest.Reports).Select(report => report.AreaCode).ShouldBe(["436", "447", "42"]);
    }

    [Theory]
    [InlineData(ReportWorld.Protection, "stat:2024", "42", "2025-1-15", true, Circular)]
    [InlineData(ReportWorld.Protection, "stat:2024", "447", "2024-12-31", true, Circular)]
    [InlineData(ReportWorld.Protection, "stat:2024-H1", "447", "2024-6-30", true, Circular)]
    [InlineData(ReportWorld.Protection, "stat:2024-H1", "18757", "2024-6-15", true, Circular)]
    [InlineData(ReportWorld.Protection, "stat:2024-H2", "18757", "2024-12-15", true, Circular)]
    [InlineData(ReportWorld.Protection, "stat:2024-Q1", "42", "2024-3-25", true, Regime)]
    [InlineData(ReportWorld.Plain, "stat:2026-05", "42", "2026-5-25", true, Regime)]
    [InlineData(ReportWorld.Plain, "stat:2026-H1", "42", "2026-6-25", false, Regime)]
    [InlineData(ReportWorld.Plain, "stat:2024-H1", "447", "", false, "")]
    [InlineData(ReportWorld.Protection, "stat:2019-H1", "447", "", false, "")]
    [InlineData(ReportWorld.Protection, "2024", "42", "", false, "")]
    public async Task Deadline_ByTheRowsOfItsTemplateCalendarAndLevel_MakesItOverdueUntilSubmittedInTime(
        string template, string period, string area, string due, bool overdue, string basis)
    {
        var report = await world.CreateAsync(period, area, template);
        (report.DueOn is { } on ? $"{on.Year}-{on.Month}-{on.Day}" : "", report.Overdue, report.DueBasis).ShouldBe((due, overdue, basis));

        // Submitting late is late for ever.
        var submitted = await world.SubmitAsync(report);
        submitted.Overdue.ShouldBe(overdue);
        (await world.Author.ListReportsAsync(new() { Template = template, Period = period, AreaCode = area })).Reports.Single(one => one.Name == report.Name).Overdue.ShouldBe(overdue);
    }

    AsyncUnaryCall<Report> Create(string period, string replaces) => world.Author.CreateReportAsync(new()
    {
        Report = new Report { Template = ReportWorld.Plain, Period = period, AreaCode = "42", Replaces = replaces },
        RequestId = ReportWorld.Request(),
    });
}
