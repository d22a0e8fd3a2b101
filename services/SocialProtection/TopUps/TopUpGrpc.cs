using AnSinh.BenefitPayments.Entitlements;
using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Protection.V1;
using AnSinh.SocialProtection.Data;
using Grpc.Core;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.SocialProtection.TopUps;

/// <summary>The gRPC face of entitlements: every rpc is one use case.</summary>
/// <param name="start">Starts.</param>
/// <param name="change">Changes.</param>
/// <param name="turn">Suspends, resumes, stops.</param>
/// <param name="list">Shows.</param>
/// <param name="import">Imports.</param>
public sealed class TopUpGrpc(
    StartEntitlement<ProtectionDb> start, ChangeEntitlement<ProtectionDb> change, TurnEntitlement<ProtectionDb> turn,
    ListEntitlements<ProtectionDb> list, ImportEntitlements<ProtectionDb> import)
    : TopUpService.TopUpServiceBase
{
    const string Scheme = TopUpScheme.Code;

    /// <inheritdoc/>
    public override Task<Wire.Entitlement> StartEntitlement(Wire.StartEntitlementRequest request, ServerCallContext context) =>
        start.RunAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Entitlement> GetEntitlement(Wire.GetEntitlementRequest request, ServerCallContext context) =>
        list.GetAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ListEntitlementsResponse> ListEntitlements(Wire.ListEntitlementsRequest request, ServerCallContext context) =>
        list.RunAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Entitlement> ChangeEntitlement(Wire.ChangeEntitlementRequest request, ServerCallContext context) =>
        change.LevelAsync(Scheme, request, context.CancellationToken);

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

    /// <inheritdoc/>
    public override Task ImportEntitlements(
        IAsyncStreamReader<Wire.ImportEntitlementsRequest> requestStream, IServerStreamWriter<ImportResponse> responseStream, ServerCallContext context) =>
        import.RunAsync(Scheme, requestStream, responseStream, context);
}
