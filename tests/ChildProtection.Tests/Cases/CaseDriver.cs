using AnSinh.ChildProtection.Tests.Hosting;
using AnSinh.Contracts.Child.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace AnSinh.ChildProtection.Tests.Cases;

/// <summary>Does things with cases, and brings new ones to a state.</summary>
sealed class CaseDriver(ChildHost service)
{
    /// <summary>A case in a state, opened by worker-1.</summary>
    public async Task<AbuseCase> InAsync(CaseState state)
    {
        var one = await service.Cases.OpenCaseAsync(Samples.Opening(service.Host.Time.GetUtcNow()));
        CaseAction[] way = [CaseAction.Screen, CaseAction.Assess, CaseAction.DraftPlan, CaseAction.ApprovePlan, CaseAction.FinishService, CaseAction.Review, CaseAction.Close];
        foreach (var action in way)
        {
            if (one.State == state)
            {
                break;
            }

            one = await Do(action == CaseAction.ApprovePlan ? service.Supervisor : service.Cases, action, one);
        }

        return one;
    }

    /// <summary>Does something with a case, as it is seen, in a good way.</summary>
    public static AsyncUnaryCall<AbuseCase> Do(CaseService.CaseServiceClient by, CaseAction action, AbuseCase one)
    {
        var (name, etag, id) = (one.Name, one.Etag, Samples.RequestId());
        return action switch
        {
            CaseAction.Screen => by.ScreenCaseAsync(new ScreenCaseRequest { Name = name, Etag = etag, RequestId = id, Founded = true, Note = "Có cơ sở" }),
            CaseAction.Assess => by.AssessCaseAsync(
                new AssessCaseRequest { Name = name, Etag = etag, RequestId = id, Risk = RiskLevel.High, Note = "Cần tách trẻ" }),
            CaseAction.DraftPlan => by.DraftPlanAsync(Plan(one)),
            CaseAction.ApprovePlan => by.ApprovePlanAsync(new ApprovePlanRequest { Name = name, Etag = etag, RequestId = id }),
            CaseAction.FinishService => by.FinishServiceAsync(
                new FinishServiceRequest { Name = name, Etag = etag, RequestId = id, Number = 1, State = ServiceState.Done }),
            CaseAction.Review => by.ReviewCaseAsync(new ReviewCaseRequest { Name = name, Etag = etag, RequestId = id, Risk = RiskLevel.Low, Note = "Ổn định" }),
            CaseAction.Close => by.CloseCaseAsync(new CloseCaseRequest { Name = name, Etag = etag, RequestId = id, PlanMet = true, Reason = "Hết nguy cơ" }),
            CaseAction.Reopen => by.ReopenCaseAsync(new ReopenCaseRequest { Name = name, Etag = etag, RequestId = id, Reason = "Có tin báo mới" }),
            CaseAction.Refer => by.ReferCaseAsync(Referral(one, ReferredTo.Police)),
            CaseAction.AssignTeam => by.AssignTeamAsync(new AssignTeamRequest { Name = name, Etag = etag, RequestId = id, Team = { "worker-1", "worker-3" } }),
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };
    }

    public static DraftPlanRequest Plan(AbuseCase one) => new()
    {
        Name = one.Name,
        Etag = one.Etag,
        RequestId = Samples.RequestId(),
        Goal = "Trẻ được an toàn",
        Services = { new PlannedService { Kind = ServiceKind.Counselling, Agency = "Trung tâm Công tác xã hội", DueOn = Samples.Day(2026, 6, 26) } },
    };

    public static ReferCaseRequest Referral(AbuseCase one, ReferredTo to) =>
        new() { Name = one.Name, Etag = one.Etag, RequestId = Samples.RequestId(), To = to, Consent = Consent.Given };

    public static AnswerReferralRequest Answer(AbuseCase one, ReferralState state) =>
        new() { Name = one.Name, Etag = one.Etag, RequestId = Samples.RequestId(), Number = 1, State = state };

    public async Task<AbuseCase> ReadAsync(AbuseCase one) =>
        await service.Supervisor.GetCaseAsync(new GetCaseRequest { Name = one.Name, Purpose = ReadPurpose.Supervision });

    public Timestamp In(TimeSpan span) => Timestamp.FromDateTimeOffset(service.Host.Time.GetUtcNow() + span);
}
