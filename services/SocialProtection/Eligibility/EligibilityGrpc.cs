using AnSinh.Contracts.Protection.V1;
using Grpc.Core;

namespace AnSinh.SocialProtection.Eligibility;

/// <summary>The gRPC face of applications: every rpc is one use case.</summary>
/// <param name="desk">The use cases.</param>
public sealed class EligibilityGrpc(EligibilityDesk desk) : EligibilityService.EligibilityServiceBase
{
    /// <inheritdoc/>
    public override Task<AssistanceApplication> ApplyForAssistance(ApplyForAssistanceRequest request, ServerCallContext context) =>
        desk.ApplyAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<AssistanceApplication> GetAssistanceApplication(GetAssistanceApplicationRequest request, ServerCallContext context) =>
        desk.GetAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<ListAssistanceApplicationsResponse> ListAssistanceApplications(ListAssistanceApplicationsRequest request, ServerCallContext context) =>
        desk.ListAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<AssistanceApplication> EndEligibility(EndEligibilityRequest request, ServerCallContext context) =>
        desk.EndAsync(request, context.CancellationToken);
}
