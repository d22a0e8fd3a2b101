using AnSinh.ChildProtection.Reading;
using Grpc.Core;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Cases;

/// <summary>The gRPC face of cases: every rpc is one use case.</summary>
sealed class CaseGrpc(
    CaseBook book, CaseMessages messages, OpenCase open, AssessCase assess, PlanCase plan, CloseCase close, ReferCase refer, AssignTeam assign,
    ListCases list) : Wire.CaseService.CaseServiceBase
{
    /// <inheritdoc/>
    public override async Task<Wire.AbuseCase> GetCase(Wire.GetCaseRequest request, ServerCallContext context)
    {
        var one = await book.FindAsync(request.Name, context.CancellationToken);
        ReadPurposes.Require(request.Purpose);
        return messages.ForReader(one);
    }

    /// <inheritdoc/>
    public override Task<Wire.ListCasesResponse> ListCases(Wire.ListCasesRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.AbuseCase> OpenCase(Wire.OpenCaseRequest request, ServerCallContext context) =>
        messages.ForCommand(await open.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.AbuseCase> ScreenCase(Wire.ScreenCaseRequest request, ServerCallContext context) =>
        messages.ForCommand(await assess.ScreenAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.AbuseCase> AssessCase(Wire.AssessCaseRequest request, ServerCallContext context) =>
        messages.ForCommand(await assess.AssessAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.AbuseCase> DraftPlan(Wire.DraftPlanRequest request, ServerCallContext context) =>
        messages.ForCommand(await plan.DraftAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.AbuseCase> ApprovePlan(Wire.ApprovePlanRequest request, ServerCallContext context) =>
        messages.ForCommand(await plan.ApproveAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.AbuseCase> FinishService(Wire.FinishServiceRequest request, ServerCallContext context) =>
        messages.ForCommand(await plan.FinishAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.AbuseCase> ReviewCase(Wire.ReviewCaseRequest request, ServerCallContext context) =>
        messages.ForCommand(await assess.ReviewAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.AbuseCase> CloseCase(Wire.CloseCaseRequest request, ServerCallContext context) =>
        messages.ForCommand(await close.CloseAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.AbuseCase> ReopenCase(Wire.ReopenCaseRequest request, ServerCallContext context) =>
        messages.ForCommand(await close.ReopenAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.AbuseCase> ReferCase(Wire.ReferCaseRequest request, ServerCallContext context) =>
        messages.ForCommand(await refer.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.AbuseCase> AnswerReferral(Wire.AnswerReferralRequest request, ServerCallContext context) =>
        messages.ForCommand(await refer.AnswerAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.AbuseCase> AssignTeam(Wire.AssignTeamRequest request, ServerCallContext context) =>
        messages.ForCommand(await assign.RunAsync(request, context.CancellationToken));
}
