using AnSinh.BenefitPayments.Entitlements;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Data;
using Grpc.Core;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.Employment.UnemploymentPayments;

/// <summary>The gRPC face of benefits in payment, which decisions start: every rpc is one use case.</summary>
/// <param name="change">Changes.</param>
/// <param name="turn">Suspends, resumes, stops.</param>
/// <param name="list">Shows.</param>
public sealed class UnemploymentBenefitGrpc(
    ChangeEntitlement<EmploymentDb> change, TurnEntitlement<EmploymentDb> turn, ListEntitlements<EmploymentDb> list)
    : UnemploymentBenefitService.UnemploymentBenefitServiceBase
{
    const string Scheme = UnemploymentScheme.Code;

    /// <inheritdoc/>
    public override Task<Wire.Entitlement> GetEntitlement(Wire.GetEntitlementRequest request, ServerCallContext context) =>
        list.GetAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ListEntitlementsResponse> ListEntitlements(Wire.ListEntitlementsRequest request, ServerCallContext context) =>
        list.RunAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Entitlement> ChangePaymentChannel(Wire.ChangePaymentChannelRequest request, ServerCallContext context) =>
        change.ChannelAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Entitlement> SuspendEntitlement(Wire.SuspendEntitlementRequest request, ServerCallContext context) =>
        turn.SuspendAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Entitlement> ResumeEntitlement(Wire.ResumeEntitlementRequest request, ServerCallContext context) =>
        turn.ResumeAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Entitlement> StopEntitlement(Wire.StopEntitlementRequest request, ServerCallContext context) =>
        turn.StopAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Entitlement> RecordBeneficiaryDeath(Wire.RecordBeneficiaryDeathRequest request, ServerCallContext context) =>
        turn.RecordDeathAsync(Scheme, request, context.CancellationToken);
}
