using AnSinh.ServiceKit.Errors;

namespace AnSinh.ChildProtection.Cases;

/// <summary>Where a case stands; stored by number.</summary>
enum CaseState
{
    Reported = 1,
    Screened = 2,
    Assessed = 3,
    Planned = 4,
    InProgress = 5,
    Reviewed = 6,
    Closed = 7,
}

/// <summary>What can be done with a case; stored by number.</summary>
enum CaseAction
{
    Open = 1,
    Screen = 2,
    Assess = 3,
    DraftPlan = 4,
    ApprovePlan = 5,
    FinishService = 6,
    Review = 7,
    Close = 8,
    Reopen = 9,
    Refer = 10,
    AnswerReferral = 11,
    AssignTeam = 12,
}

/// <summary>The steps of case management in their order (Decree 56/2017, Articles 24 to 30).</summary>
static class CaseFlow
{
    static readonly CaseState[] NotClosed =
        [CaseState.Reported, CaseState.Screened, CaseState.Assessed, CaseState.Planned, CaseState.InProgress, CaseState.Reviewed];

    /// <summary>States in which something may be done.</summary>
    public static IReadOnlyList<CaseState> From(CaseAction action) => action switch
    {
        CaseAction.Screen => [CaseState.Reported],
        CaseAction.Assess => [CaseState.Screened],
        CaseAction.DraftPlan => [CaseState.Assessed, CaseState.Planned, CaseState.Reviewed],
        CaseAction.ApprovePlan => [CaseState.Planned],
        CaseAction.FinishService or CaseAction.Review => [CaseState.InProgress],
        CaseAction.Close => [CaseState.Reviewed],
        CaseAction.Reopen => [CaseState.Closed],
        CaseAction.Refer => NotClosed,

        // An answer may come, and a team may change, when the case is closed.
        CaseAction.AnswerReferral or CaseAction.AssignTeam => [.. NotClosed, CaseState.Closed],
        _ => [],
    };

    /// <summary>Refuses what may not be done in a state.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>case.wrong_state</c>.</exception>
    public static void Require(CaseState state, CaseAction action)
    {
        if (!From(action).Contains(state))
        {
            throw Refusal.Precondition(
                "case.wrong_state", $"Vụ việc đang ở bước “{NameOf(state)}”; việc này chỉ làm được ở bước: {string.Join(", ", From(action).Select(NameOf))}.");
        }
    }

    static string NameOf(CaseState state) => state switch
    {
        CaseState.Reported => "đã tiếp nhận",
        CaseState.Screened => "đã sàng lọc",
        CaseState.Assessed => "đã đánh giá",
        CaseState.Planned => "đã lập kế hoạch",
        CaseState.InProgress => "đang can thiệp",
        CaseState.Reviewed => "đã rà soát",
        _ => "đã kết thúc",
    };
}
