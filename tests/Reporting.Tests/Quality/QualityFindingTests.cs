using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Quality;

/// <summary>What becomes of findings. Each test finds the four survey figures that nobody entered in a year of its own.</summary>
public sealed class QualityFindingTests(ReportingHost reporting) : IClassFixture<ReportingHost>
{
    readonly string period = $"{reporting.NextYear():0000}";

    [Fact]
    public async Task Run_Twice_FindsOnce_AndMakesNoNewVersion()
    {
        (await RunAsync()).Opened.ShouldBe(4);
        var first = await ListAsync();
        reporting.Host.Time.Advance(TimeSpan.FromSeconds(1));
        var again = await RunAsync();
        (again.Opened, again.StillFound, again.Gone).ShouldBe((0, 4, 0));
        var second = await ListAsync();
        second.Select(finding => (finding.Name, finding.Etag, finding.FoundTime)).ShouldBe(first.Select(finding => (finding.Name, finding.Etag, finding.FoundTime)));
        second.ShouldAllBe(finding => finding.SeenTime.ToDateTimeOffset() == reporting.Host.Time.GetUtcNow());
    }

    [Fact]
    public async Task Finding_IsAcknowledgedResolved_AndOpenedAgainByARunThatStillFindsIt()
    {
        var finding = await AnyAsync();
        var taken = await UpdateCall(finding, QualityState.Acknowledged, "");
        (taken.State, taken.Reason).ShouldBe((QualityState.Acknowledged, ""));
        var resolved = await UpdateCall(taken, QualityState.Resolved, "Đã nhập bổ sung");
        (resolved.State, resolved.Reason).ShouldBe((QualityState.Resolved, "Đã nhập bổ sung"));
        (await RunAsync()).Opened.ShouldBe(1);
        (await ListAsync(QualityState.Open)).Select(one => one.Name).ShouldContain(finding.Name);
    }

    [Fact]
    public async Task Finding_ThatWasAccepted_StaysSoWhileItIsFound()
    {
        var taken = await UpdateCall(await AnyAsync(), QualityState.Acknowledged, "");
        var accepted = await UpdateCall(taken, QualityState.Accepted, "Năm này không điều tra");
        (await RunAsync()).Opened.ShouldBe(0);
        (await ListAsync(QualityState.Accepted)).ShouldHaveSingleItem().Etag.ShouldBe(accepted.Etag);
        (await UpdateCall(accepted, QualityState.Open, "Có điều tra bổ sung")).State.ShouldBe(QualityState.Open);
    }

    [Fact]
    public async Task Update_ThatTheStateDoesNotAllow_IsRefusedAndChangesNothing()
    {
        var finding = await AnyAsync();
        foreach (var state in new[] { QualityState.Open, QualityState.Resolved, QualityState.Accepted, QualityState.Gone })
        {
            await Refused.With(UpdateCall(finding, state, "lý do"), StatusCode.FailedPrecondition, "quality.transition_not_allowed");
        }

        await Refused.With(UpdateCall(finding, QualityState.Unspecified, ""), StatusCode.InvalidArgument, "quality.state_missing");
        (await ListAsync()).ShouldContain(finding);
    }

    [Fact]
    public async Task Update_WithoutAReasonOrOnAnotherVersion_IsRefused()
    {
        var finding = await AnyAsync();
        await Refused.With(UpdateCall(new(finding) { Etag = "" }, QualityState.Acknowledged, ""), StatusCode.InvalidArgument, "etag.missing");
        await Refused.With(UpdateCall(new(finding) { Etag = "9" }, QualityState.Acknowledged, ""), StatusCode.Aborted, "etag.mismatch");
        await Refused.With(UpdateCall(finding, QualityState.Acknowledged, new string('a', 501)), StatusCode.InvalidArgument, "reason.malformed");
        var taken = await UpdateCall(finding, QualityState.Acknowledged, "");
        await Refused.With(UpdateCall(taken, QualityState.Resolved, " "), StatusCode.InvalidArgument, "reason.malformed");
        await Refused.With(UpdateCall(new(finding) { Name = "qualityFindings/x" }, QualityState.Open, ""), StatusCode.InvalidArgument, "name.malformed");
        await Refused.With(UpdateCall(new(finding) { Name = $"qualityFindings/{Guid.Empty}" }, QualityState.Open, ""), StatusCode.NotFound, "quality.finding_not_found");
    }

    [Fact]
    public async Task Findings_OfAProvince_AreNoneOfADistrictsBusiness()
    {
        var finding = await AnyAsync();
        var district = Client("447");
        (await district.ListQualityFindingsAsync(new())).Findings.ShouldBeEmpty();
        await Refused.With(
            district.UpdateQualityFindingAsync(new() { Name = finding.Name, State = QualityState.Acknowledged, Etag = finding.Etag, RequestId = Guid.NewGuid().ToString() }),
            StatusCode.PermissionDenied,
            "area.out_of_scope");
        await Refused.With(
            district.RunQualityChecksAsync(new() { Period = period, AreaCode = "42", RequestId = Guid.NewGuid().ToString() }), StatusCode.PermissionDenied, "area.out_of_scope");
        (await Client("42").ListQualityFindingsAsync(new() { Period = period })).Findings.Count.ShouldBe(4);
    }

    [Fact]
    public async Task List_FiltersAndPages()
    {
        await RunAsync();
        var request = new ListQualityFindingsRequest { Period = period, Owner = "employment", PageSize = 1 };
        var first = await Client("*").ListQualityFindingsAsync(request);
        var rest = await Client("*").ListQualityFindingsAsync(new(request) { PageToken = first.NextPageToken });
        first.Findings.Concat(rest.Findings).Select(finding => finding.Indicator).ShouldBe(["EMP-13", "EMP-18"], ignoreOrder: true);
        rest.NextPageToken.ShouldBeEmpty();
        (await Client("*").ListQualityFindingsAsync(new(request) { Owner = "", Indicator = "VOC-07" })).Findings.ShouldHaveSingleItem().RuleText.ShouldNotBeEmpty();
        await Refused.With(Client("*").ListQualityFindingsAsync(new() { AreaCode = "00000" }), StatusCode.InvalidArgument, "area.unknown");
    }

    [Fact]
    public async Task ListRules_PagesThroughAll()
    {
        var first = await Client("447").ListQualityRulesAsync(new() { PageSize = 5 });
        var rest = await Client("447").ListQualityRulesAsync(new() { PageSize = 5, PageToken = first.NextPageToken });
        var rules = first.Rules.Concat(rest.Rules).ToList();
        rules.Select(rule => rule.Code).ShouldBe(["DQ-01", "DQ-02", "DQ-03", "DQ-04", "DQ-05", "DQ-06", "DQ-07"]);
        rules.ShouldAllBe(rule => rule.TextVi.Length > 0 && rule.Basis.Length > 0 && rule.Kind != QualityKind.Unspecified);
    }

    QualityService.QualityServiceClient Client(string area) => new(reporting.Host.Channel(reporting.Host.Token([area], "planning-officer")));

    async Task<RunQualityChecksResponse> RunAsync() =>
        await Client("*").RunQualityChecksAsync(new() { Period = period, AreaCode = "42", RequestId = Guid.NewGuid().ToString() });

    async Task<List<QualityFinding>> ListAsync(QualityState state = QualityState.Unspecified) =>
        [.. (await Client("*").ListQualityFindingsAsync(new() { Period = period, State = state })).Findings];

    async Task<QualityFinding> AnyAsync()
    {
        await RunAsync();
        return (await ListAsync())[0];
    }

    AsyncUnaryCall<QualityFinding> UpdateCall(QualityFinding finding, QualityState state, string reason) => Client("*").UpdateQualityFindingAsync(
        new() { Name = finding.Name, State = state, Reason = reason, Etag = finding.Etag, RequestId = Guid.NewGuid().ToString() });
}
