using AnSinh.Contracts.Reporting.V1;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Reports;

public sealed class ReportPartsTests(ReportWorld world) : IClassFixture<ReportWorld>
{
    [Fact]
    public async Task Publish_WithAPartThatIsNotApproved_IsRefusedAndNamesWho()
    {
        var period = world.NextPeriod();
        var whole = await world.ApprovedAsync(period, template: ReportWorld.Whole);
        var districts = (await PartsAsync(whole)).Parts.Select(part => part.AreaCode).ToList();
        districts.Count.ShouldBeGreaterThan(5);
        foreach (var district in districts.Except(["447", "436"]))
        {
            await world.ApprovedAsync(period, district);
        }

        await world.SubmitAsync(await world.CreateAsync(period, "447"));
        var parts = await PartsAsync(whole);
        (parts.Total, parts.Approved).ShouldBe((districts.Count, districts.Count - 2));
        parts.Parts.Where(part => part.State != ReportState.Approved).Select(part => (part.AreaCode, part.State, part.Name.Length > 0)).ShouldBe(
            [("436", ReportState.Unspecified, false), ("447", ReportState.Submitted, true)]);

        var refusal = await Refused.With(Publish(whole), StatusCode.FailedPrecondition, "report.part_not_approved");
        refusal.Metadata["areas"].ShouldBe("436,447");
        refusal.Message.ShouldContain($"{districts.Count - 2}/{districts.Count}");
        refusal.Message.ShouldContain("(đã trình)");
        refusal.Message.ShouldContain("(chưa lập)");
        (await world.Author.GetReportAsync(new() { Name = whole.Name })).ShouldBe(whole);

        await world.ApproveAsync(new Report { Name = parts.Parts.Single(part => part.AreaCode == "447").Name, Etag = "2" });
        await world.ApprovedAsync(period, "436");
        (await Publish(whole)).State.ShouldBe(ReportState.Published);

        // An approved part stays one while its correction is being written.
        var first = await world.PublishAsync(new Report { Name = parts.Parts.Single(part => part.AreaCode == "447").Name, Etag = "3" });
        await world.CreateAsync(period, "447", replaces: first.Name);
        (await PartsAsync(whole)).Approved.ShouldBe(districts.Count);
    }

    [Fact]
    public async Task Parts_OfATemplateWithoutParts_AreNone()
    {
        var parts = await PartsAsync(await world.CreateAsync(world.NextPeriod()));
        (parts.Total, parts.Approved, parts.Parts.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Parts_ComePageByPage()
    {
        var whole = await world.CreateAsync(world.NextPeriod(), template: ReportWorld.Whole);
        var all = (await PartsAsync(whole)).Parts;
        var first = await world.Author.ListReportPartsAsync(new() { Name = whole.Name, PageSize = 4 });
        var rest = await world.Author.ListReportPartsAsync(new() { Name = whole.Name, PageSize = 100, PageToken = first.NextPageToken });
        first.Parts.Concat(rest.Parts).ShouldBe(all);
    }

    async Task<ListReportPartsResponse> PartsAsync(Report report) => await world.Author.ListReportPartsAsync(new() { Name = report.Name });

    AsyncUnaryCall<Report> Publish(Report report) => world.Publisher.PublishReportAsync(new() { Name = report.Name, Etag = report.Etag, RequestId = ReportWorld.Request() });
}
