using AnSinh.ChildProtection.Tests.Hosting;
using AnSinh.Contracts.Child.V1;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ChildProtection.Tests.Cases;

public sealed class CaseTests(ChildHost service) : IClassFixture<ChildHost>
{
    CaseDriver Driver => new(service);

    [Fact]
    public async Task Open_KeepsTheAccountForTheTeam_AndAnswersWithoutIt()
    {
        var child = await service.Children.RegisterChildAsync(Samples.Registration());
        var request = Samples.Opening(service.Host.Time.GetUtcNow());
        request.Child = child.Name;
        var opened = await service.Cases.OpenCaseAsync(request);
        opened.Code.ShouldMatch("^VV-[0-9A-Z]{8}$");
        (opened.Account, opened.Child, opened.Team.Single()).ShouldBe(("", "", "worker-1"));
        var read = await Driver.ReadAsync(opened);
        (read.Account, read.Child).ShouldBe((request.Account, child.Name));
    }

    [Fact]
    public async Task Open_OfSomethingWrong_IsRefused()
    {
        await Field(request => request.AbuseType = AbuseType.Unspecified, "abuse_type", "case.abuse_type_required");
        await Field(request => request.Source = (ReportSource)99, "source", "case.source_required");
        await Field(request => request.ReceivedAt = null, "received_at", "case.received_at_required");
        await Field(request => request.ReceivedAt = Driver.In(TimeSpan.FromMinutes(1)), "received_at", "case.received_at_in_future");
        await Field(request => request.AreaCode = "42", "area_code", "area.not_commune");
        await Field(request => request.Account = "", "account", "case.text_invalid");
        var unknown = Samples.Opening(service.Host.Time.GetUtcNow());
        unknown.Child = $"children/{Guid.NewGuid()}";
        await Refused.With(service.Cases.OpenCaseAsync(unknown), StatusCode.NotFound, "child.not_found");
    }

    [Fact]
    public async Task Screen_OfAnUnfoundedReport_ClosesTheCase()
    {
        var one = await Driver.InAsync(CaseState.Reported);
        var closed = await service.Cases.ScreenCaseAsync(
            new ScreenCaseRequest { Name = one.Name, Etag = one.Etag, Note = "Báo nhầm", RequestId = Samples.RequestId() });
        (closed.State, closed.PlanMet, closed.Deadline).ShouldBe((CaseState.Closed, false, null));
    }

    [Fact]
    public async Task Assessment_After12Hours_IsLate_AndTheCaseIsOverdueUntilThen()
    {
        var request = Samples.Opening(service.Host.Time.GetUtcNow() - TimeSpan.FromHours(13));
        var one = await service.Cases.OpenCaseAsync(request);
        (one.Deadline.Action, one.Deadline.Overdue, one.AssessedLate).ShouldBe((CaseAction.Assess, true, true));
        one.Deadline.DueAt.ShouldBe(Driver.In(TimeSpan.FromHours(-1)));
        one.Deadline.LegalBasis.ShouldContain("56/2017");
        var overdue = new ListCasesRequest { OverdueOnly = true, PageSize = 1000 };
        (await service.Cases.ListCasesAsync(overdue)).Cases.ShouldContain(one);
        one = await CaseDriver.Do(service.Cases, CaseAction.Screen, one);
        one = await CaseDriver.Do(service.Cases, CaseAction.Assess, one);
        (one.AssessedLate, one.Deadline.Overdue, one.Deadline.Action).ShouldBe((true, false, CaseAction.DraftPlan));
        (await service.Cases.ListCasesAsync(overdue)).Cases.ShouldNotContain(other => other.Name == one.Name);
        var inTime = await Driver.InAsync(CaseState.Assessed);
        inTime.AssessedLate.ShouldBeFalse();
    }

    [Fact]
    public async Task Plan_ApprovedByWhoDraftedIt_IsRefused()
    {
        var one = await Driver.InAsync(CaseState.Planned);
        var both = new CaseService.CaseServiceClient(service.As("worker-1", "child-worker", "child-supervisor"));
        await Refused.With(CaseDriver.Do(both, CaseAction.ApprovePlan, one), StatusCode.FailedPrecondition, "case.own_plan");
    }

    [Fact]
    public async Task Plan_DraftedAgainBeforeApproval_ReplacesTheDraft()
    {
        var one = await Driver.InAsync(CaseState.Planned);
        var again = await CaseDriver.Do(service.Cases, CaseAction.DraftPlan, one);
        again.Services.Single().Number.ShouldBe(2);
        (await Driver.ReadAsync(one)).Services.ShouldBe(again.Services);
    }

    [Fact]
    public async Task Plan_OfSomethingWrong_IsRefused()
    {
        var one = await Driver.InAsync(CaseState.Assessed);
        var request = CaseDriver.Plan(one);
        request.Services.Clear();
        await Refused.Field(service.Cases.DraftPlanAsync(request), "services", "case.services_required");
        request = CaseDriver.Plan(one);
        request.Services[0].Agency = "";
        await Refused.Field(service.Cases.DraftPlanAsync(request), "services[0]", "case.service_incomplete");
    }

    [Fact]
    public async Task Close_WithOpenServices_IsRefusedWithTheirNumbers()
    {
        var one = await Driver.InAsync(CaseState.InProgress);
        one = one.Services[0].State == ServiceState.Open ? one : throw new InvalidOperationException("The service is open.");
        var reviewed = await CaseDriver.Do(service.Cases, CaseAction.Review, one);
        var refusal = await Refused.With(CaseDriver.Do(service.Cases, CaseAction.Close, reviewed), StatusCode.FailedPrecondition, "case.services_open");
        refusal.Metadata["services"].ShouldBe("1");
        await Refused.With(CaseDriver.Do(service.Cases, CaseAction.DraftPlan, reviewed), StatusCode.FailedPrecondition, "case.services_open");
        (await Driver.ReadAsync(one)).State.ShouldBe(CaseState.Reviewed);
    }

    [Fact]
    public async Task Reopen_TakesTheClosingBack_WhetherThePlanWasMetOrTheReportUnfounded()
    {
        await using var own = new ChildHost();
        await own.InitializeAsync();
        var one = await new CaseDriver(own).InAsync(CaseState.Closed);
        one = await CaseDriver.Do(own.Cases, CaseAction.Reopen, one);
        one.State.ShouldBe(CaseState.Screened);
        var unfounded = await new CaseDriver(own).InAsync(CaseState.Reported);
        unfounded = await own.Cases.ScreenCaseAsync(
            new ScreenCaseRequest { Name = unfounded.Name, Etag = unfounded.Etag, Note = "Báo nhầm", RequestId = Samples.RequestId() });
        await CaseDriver.Do(own.Cases, CaseAction.Reopen, unfounded);

        var events = await own.Host.EventsAsync("child", 6);
        events.Select(told => told.Type["ansinh.child.v1.".Length..])
            .ShouldBe(["AbuseCaseOpened", "CaseClosed", "CaseReopened", "AbuseCaseOpened", "CaseClosed", "CaseReopened"]);
        events[2].Data.ShouldContain(events[1].Id);
        events[5].Data.ShouldContain(events[4].Id);
    }

    [Fact]
    public async Task Service_IsFinishedOnce_AndGivenUpWithAReasonOnly()
    {
        var one = await Driver.InAsync(CaseState.InProgress);
        one.Deadline.Action.ShouldBe(CaseAction.FinishService);
        var finish = new FinishServiceRequest { Name = one.Name, Etag = one.Etag, Number = 1, State = ServiceState.Cancelled, RequestId = Samples.RequestId() };
        await Refused.Field(service.Cases.FinishServiceAsync(finish), "note", "case.text_invalid");
        (finish.Note, finish.RequestId) = ("Trẻ chuyển đi", Samples.RequestId());
        one = await service.Cases.FinishServiceAsync(finish);
        one.Deadline.ShouldBeNull();
        await Refused.With(CaseDriver.Do(service.Cases, CaseAction.FinishService, one), StatusCode.FailedPrecondition, "case.service_not_open");
        (finish.Etag, finish.Number, finish.RequestId) = (one.Etag, 7, Samples.RequestId());
        await Refused.Field(service.Cases.FinishServiceAsync(finish), "number", "case.service_unknown");
    }

    [Fact]
    public async Task Team_DecidesWhoReads()
    {
        var one = await Driver.InAsync(CaseState.Reported);
        one = await CaseDriver.Do(service.Supervisor, CaseAction.AssignTeam, one);
        one.Team.ShouldBe(["worker-1", "worker-3"]);
        var third = new CaseService.CaseServiceClient(service.As("worker-3", "child-worker"));
        (await third.GetCaseAsync(new GetCaseRequest { Name = one.Name, Purpose = ReadPurpose.CaseWork })).Account.ShouldNotBeEmpty();
        (await third.ListCasesAsync(new ListCasesRequest())).Cases.ShouldContain(one);
        var empty = new AssignTeamRequest { Name = one.Name, Etag = one.Etag, RequestId = Samples.RequestId() };
        await Refused.Field(service.Supervisor.AssignTeamAsync(empty), "team", "case.team_invalid");
        await Refused.With(
            new CaseService.CaseServiceClient(service.WorkerOf("46")).GetCaseAsync(new GetCaseRequest { Name = one.Name }), StatusCode.PermissionDenied, "area.out_of_scope");
    }

    async Task Field(Action<OpenCaseRequest> spoil, string field, string code)
    {
        var request = Samples.Opening(service.Host.Time.GetUtcNow());
        spoil(request);
        await Refused.Field(service.Cases.OpenCaseAsync(request), field, code);
    }
}
