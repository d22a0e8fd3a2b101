using AnSinh.Contracts.Reporting.V1;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Reports;

public sealed class ReportWorkflowTests(ReportWorld world) : IClassFixture<ReportWorld>
{
    static readonly Dictionary<(ReportState, ReportAction), ReportState> Allowed = new()
    {
        [(ReportState.Draft, ReportAction.Write)] = ReportState.Draft,
        [(ReportState.Draft, ReportAction.Submit)] = ReportState.Submitted,
        [(ReportState.Submitted, ReportAction.Approve)] = ReportState.Approved,
        [(ReportState.Submitted, ReportAction.Return)] = ReportState.Draft,
        [(ReportState.Approved, ReportAction.Return)] = ReportState.Draft,
        [(ReportState.Approved, ReportAction.Publish)] = ReportState.Published,
    };

    static readonly Dictionary<ReportAction, string> RoleOf = new()
    {
        [ReportAction.Write] = "planning-officer",
        [ReportAction.Submit] = "planning-officer",
        [ReportAction.Return] = "report-approver",
        [ReportAction.Approve] = "report-approver",
        [ReportAction.Publish] = "report-publisher",
    };

    [Theory]
    [InlineData(ReportState.Draft)]
    [InlineData(ReportState.Submitted)]
    [InlineData(ReportState.Approved)]
    [InlineData(ReportState.Published)]
    public async Task EveryAction_InEveryState_ByEveryRole_LeadsOnOrIsRefusedAndChangesNothing(ReportState state)
    {
        foreach (var action in RoleOf.Keys)
        {
            var report = await InAsync(state);
            foreach (var role in RoleOf.Values.Append("report-reader").Distinct().Where(role => role != RoleOf[action]))
            {
                await Refused.With(Do(world.As("somebody", role), action, report), StatusCode.PermissionDenied, "permission.missing");
            }

            if (Allowed.TryGetValue((state, action), out var next))
            {
                (await Do(world.As("somebody", RoleOf[action]), action, report)).State.ShouldBe(next, $"{state} {action}");
            }
            else
            {
                await Refused.With(Do(world.As("somebody", RoleOf[action]), action, report), StatusCode.FailedPrecondition, "report.wrong_state");
                (await world.Author.GetReportAsync(new() { Name = report.Name })).ShouldBe(report);
            }
        }
    }

    [Fact]
    public async Task Approve_ByWhoeverBeganWroteOrSubmitted_IsRefused()
    {
        var report = await world.CreateAsync(world.NextPeriod());
        report = await Do(world.As("writer", "planning-officer"), ReportAction.Write, report);
        report = await Do(world.As("submitter", "planning-officer"), ReportAction.Submit, report);
        foreach (var account in new[] { "author", "writer", "submitter" })
        {
            var refusal = await Refused.With(Do(world.As(account, "report-approver"), ReportAction.Approve, report), StatusCode.PermissionDenied, "report.own_approval");
            refusal.Message.ShouldContain("không được tự duyệt");
        }

        // Also after it was given back and somebody else submitted it again.
        report = await Do(world.Approver, ReportAction.Return, report);
        report = await Do(world.As("another", "planning-officer"), ReportAction.Submit, report);
        await Refused.With(Do(world.As("writer", "report-approver"), ReportAction.Approve, report), StatusCode.PermissionDenied, "report.own_approval");
        (await Do(world.Approver, ReportAction.Approve, report)).Steps.Select(step => (step.Action, step.Actor, step.Reason)).ShouldBe(
        [
            (ReportAction.Create, "author", ""), (ReportAction.Write, "writer", ""), (ReportAction.Submit, "submitter", ""), (ReportAction.Return, "approver", "sai"),
            (ReportAction.Submit, "another", ""), (ReportAction.Approve, "approver", ""),
        ]);
    }

    [Fact]
    public async Task Write_OfANarrativePart_IsKeptAndPrinted()
    {
        var report = await world.CreateAsync(world.NextPeriod());
        report.Texts.ShouldHaveSingleItem().ShouldBe(new ReportText { Key = "outlook", Title = "Phương hướng, nhiệm vụ" });
        report = await Write(world.Author, report, "outlook", "Tiếp tục tư vấn.\r\n- Mở 5 phiên {{EMP-01}}");
        report = await Write(world.Author, report, "outlook", "Tiếp tục tư vấn.\r\n- Mở 5 phiên");
        report.Texts.ShouldHaveSingleItem().Text.ShouldBe("Tiếp tục tư vấn.\r\n- Mở 5 phiên");
        (await world.Author.GetReportAsync(new() { Name = report.Name })).ShouldBe(report);
        (await world.Author.GetReportDocumentAsync(new() { Name = report.Name })).Markdown.ShouldContain("\nTiếp tục tư vấn.\n- Mở 5 phiên\n");
        await Refused.With(Write(world.Author, report, "elsewhere", "x"), StatusCode.InvalidArgument, "report.text_unknown");
        await Refused.With(Write(world.Author, report, "outlook", new string('x', 4_001)), StatusCode.InvalidArgument, "report.text_too_long");
        (await world.Author.GetReportAsync(new() { Name = report.Name })).ShouldBe(report);
    }

    [Fact]
    public async Task Change_OnAnotherVersionThanSeen_IsRefused()
    {
        var report = await world.CreateAsync(world.NextPeriod());
        var written = await Write(world.Author, report, "outlook", "x");
        (await Refused.With(Write(world.Author, report, "outlook", "y"), StatusCode.Aborted, "etag.mismatch")).Metadata["etag"].ShouldBe(written.Etag);
        await Refused.With(Do(world.Author, ReportAction.Submit, new Report(report) { Etag = "" }), StatusCode.InvalidArgument, "etag.missing");
        await Refused.With(Do(world.Author, ReportAction.Submit, new Report { Name = "reports/" + Guid.NewGuid(), Etag = "1" }), StatusCode.NotFound, "report.not_found");
    }

    [Fact]
    public async Task Return_WithoutAReason_IsRefused()
    {
        var report = await world.SubmitAsync(await world.CreateAsync(world.NextPeriod()));
        await Refused.With(
            world.Approver.ReturnReportAsync(new() { Name = report.Name, Etag = report.Etag, Reason = " ", RequestId = ReportWorld.Request() }), StatusCode.InvalidArgument, "reason.malformed");
    }

    async Task<Report> InAsync(ReportState state)
    {
        var report = await world.CreateAsync(world.NextPeriod());
        report = state >= ReportState.Submitted ? await world.SubmitAsync(report) : report;
        report = state >= ReportState.Approved ? await world.ApproveAsync(report) : report;
        return state == ReportState.Published ? await world.PublishAsync(report) : report;
    }

    static AsyncUnaryCall<Report> Write(ReportService.ReportServiceClient client, Report report, string key, string text) =>
        client.UpdateReportTextAsync(new() { Name = report.Name, Etag = report.Etag, Key = key, Text = text, RequestId = ReportWorld.Request() });

    static AsyncUnaryCall<Report> Do(ReportService.ReportServiceClient client, ReportAction action, Report report)
    {
        var (name, etag, request) = (report.Name, report.Etag, ReportWorld.Request());
        return action switch
        {
            ReportAction.Write => Write(client, report, "outlook", "Lời văn"),
            ReportAction.Submit => client.SubmitReportAsync(new() { Name = name, Etag = etag, RequestId = request }),
            ReportAction.Return => client.ReturnReportAsync(new() { Name = name, Etag = etag, Reason = "sai", RequestId = request }),
            ReportAction.Approve => client.ApproveReportAsync(new() { Name = name, Etag = etag, RequestId = request }),
            _ => client.PublishReportAsync(new() { Name = name, Etag = etag, RequestId = request }),
        };
    }
}
