using AnSinh.BenefitPayments.Recovery;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Data;
using Grpc.Core;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.Employment.UnemploymentPayments;

/// <summary>The gRPC face of recoveries: every rpc is one use case.</summary>
/// <param name="desk">The ledger.</param>
public sealed class UnemploymentRecoveryGrpc(
    RecoveryDesk<EmploymentDb> desk) : UnemploymentRecoveryService.UnemploymentRecoveryServiceBase
{
    const string Scheme = UnemploymentScheme.Code;

    /// <inheritdoc/>
    public override Task<Wire.Recovery> AssessRecovery(Wire.AssessRecoveryRequest request, ServerCallContext context) =>
        desk.AssessAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Recovery> GetRecovery(Wire.GetRecoveryRequest request, ServerCallContext context) =>
        desk.GetAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ListRecoveriesResponse> ListRecoveries(Wire.ListRecoveriesRequest request, ServerCallContext context) =>
        desk.ListAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Recovery> RecordRecoveryReceipt(Wire.RecordRecoveryReceiptRequest request, ServerCallContext context) =>
        desk.ReceiveAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Recovery> WaiveRecovery(Wire.WaiveRecoveryRequest request, ServerCallContext context) =>
        desk.WaiveAsync(Scheme, request, context.CancellationToken);
}
