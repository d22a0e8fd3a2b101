using AnSinh.ChildProtection.Tests.Hosting;
using AnSinh.Contracts.Child.V1;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ChildProtection.Tests.Cases;

/// <summary>Every state with every role and every action: what is allowed, where it leads, and that a refusal changes nothing.</summary>
public sealed class CaseFlowTests(ChildHost service) : IClassFixture<ChildHost>
{
    static readonly Dictionary<CaseAction, (CaseState[] From, CaseState? To)> flow = new()
    {
        [CaseAction.Screen] = ([CaseState.Reported], CaseState.Screened),
        [CaseAction.Assess] = ([CaseState.Screened], CaseState.Assessed),
        [CaseAction.DraftPlan] = ([CaseState.Assessed, CaseState.Planned, CaseState.Reviewed], CaseState.Planned),
        [CaseAction.ApprovePlan] = ([CaseState.Planned], CaseState.InProgress),
        [CaseAction.FinishService] = ([CaseState.InProgress], null),
        [CaseAction.Review] = ([CaseState.InProgress], CaseState.Reviewed),
        [CaseAction.Close] = ([CaseState.Reviewed], CaseState.Closed),
        [CaseAction.Reopen] = ([CaseState.Closed], CaseState.Screened),
        [CaseAction.Refer] = ([CaseState.Reported, CaseState.Screened, CaseState.Assessed, CaseState.Planned, CaseState.InProgress, CaseState.Reviewed], null),
        [CaseAction.AssignTeam] = ([.. Enum.GetValues<CaseState>().Where(state => state != CaseState.Unspecified)], null),
    };

    static readonly HashSet<CaseAction> supervisors = [CaseAction.ApprovePlan, CaseAction.AssignTeam];

    public static TheoryData<CaseState> States => [.. Enum.GetValues<CaseState>().Where(state => state != CaseState.Unspecified)];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Action_InAState_IsAllowedToItsRoleOnly(CaseState state)
    {
        var driver = new CaseDriver(service);
        var one = await driver.InAsync(state);
        one.State.ShouldBe(state);
        foreach (var (action, (from, to)) in flow)
        {
            foreach (var (account, role) in new[] { ("worker-1", "child-worker"), ("worker-2", "child-worker"), ("supervisor-1", "child-supervisor"), ("counter-1", "child-counter") })
            {
                var expected = Refusal(action, account, from.Contains(state));
                var before = await driver.ReadAsync(one);
                var by = new CaseService.CaseServiceClient(service.As(account, role));
                if (expected is { } code)
                {
                    var thrown = await Should.ThrowAsync<RpcException>(CaseDriver.Do(by, action, before).ResponseAsync, $"{state} {action} {account}");
                    AnSinh.ServiceKit.Errors.Refusal.From(thrown)!.Code.ShouldBe(code, $"{state} {action} {account}");
                    (await driver.ReadAsync(one)).ShouldBe(before);
                }
                else
                {
                    var after = await CaseDriver.Do(by, action, before);
                    after.State.ShouldBe(to ?? state, $"{state} {action} {account}");
                    var step = (await driver.ReadAsync(one)).Steps.Last();
                    (step.Action, step.State, step.Actor).ShouldBe((action, after.State, account));
                    one = await driver.InAsync(state);
                }
            }
        }
    }

    static string? Refusal(CaseAction action, string account, bool allowedInState) =>
        account == "counter-1" || supervisors.Contains(action) != (account == "supervisor-1") ? "permission.missing"
        : account == "worker-2" ? "case.not_in_team"
        : !allowedInState ? "case.wrong_state"
        : null;
}
