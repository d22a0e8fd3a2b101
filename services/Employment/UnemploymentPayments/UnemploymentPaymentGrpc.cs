using AnSinh.BenefitPayments.Files;
using AnSinh.BenefitPayments.Reconciliation;
using AnSinh.BenefitPayments.Runs;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Data;
using Grpc.Core;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.Employment.UnemploymentPayments;

/// <summary>The gRPC face of payment runs: every rpc is one use case.</summary>
/// <param name="prepare">Prepares.</param>
/// <param name="add">Adds payments.</param>
/// <param name="advance">Takes runs on.</param>
/// <param name="list">Shows.</param>
/// <param name="threshold">Sets thresholds.</param>
/// <param name="export">Writes files.</param>
/// <param name="returned">Reads files.</param>
/// <param name="resolve">Resolves differences.</param>
public sealed class UnemploymentPaymentGrpc(
    PreparePaymentRun<EmploymentDb> prepare, AddPaymentLine<EmploymentDb> add, AdvancePaymentRun<EmploymentDb> advance, ListPaymentRuns<EmploymentDb> list,
    SetApprovalThreshold<EmploymentDb> threshold, ExportPaymentFile<EmploymentDb> export, ImportReturnFile<EmploymentDb> returned, ResolvePaymentLine<EmploymentDb> resolve)
    : UnemploymentPaymentService.UnemploymentPaymentServiceBase
{
    const string Scheme = UnemploymentScheme.Code;

    /// <inheritdoc/>
    public override Task<Wire.PaymentRun> PreparePaymentRun(Wire.PreparePaymentRunRequest request, ServerCallContext context) =>
        prepare.RunAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.PaymentRun> GetPaymentRun(Wire.GetPaymentRunRequest request, ServerCallContext context) =>
        list.GetAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ListPaymentRunsResponse> ListPaymentRuns(Wire.ListPaymentRunsRequest request, ServerCallContext context) =>
        list.RunAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ListPaymentLinesResponse> ListPaymentLines(Wire.ListPaymentLinesRequest request, ServerCallContext context) =>
        list.LinesAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.PaymentRun> AddPaymentLine(Wire.AddPaymentLineRequest request, ServerCallContext context) =>
        add.RunAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.PaymentRun> LockPaymentRun(Wire.AdvancePaymentRunRequest request, ServerCallContext context) =>
        advance.LockAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.PaymentRun> ApprovePaymentRun(Wire.AdvancePaymentRunRequest request, ServerCallContext context) =>
        advance.ApproveAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.PaymentRun> SendPaymentRun(Wire.AdvancePaymentRunRequest request, ServerCallContext context) =>
        advance.SendAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.PaymentRun> ClosePaymentRun(Wire.AdvancePaymentRunRequest request, ServerCallContext context) =>
        advance.CloseAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.PaymentRun> CancelPaymentRun(Wire.CancelPaymentRunRequest request, ServerCallContext context) =>
        advance.CancelAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ApprovalThreshold> SetApprovalThreshold(Wire.SetApprovalThresholdRequest request, ServerCallContext context) =>
        threshold.RunAsync(Scheme, request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task ExportPaymentFile(
        Wire.ExportPaymentFileRequest request, IServerStreamWriter<Wire.ExportPaymentFileResponse> responseStream, ServerCallContext context) =>
        export.RunAsync(Scheme, request, responseStream, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ReturnFileResult> ImportReturnFile(IAsyncStreamReader<Wire.ImportReturnFileRequest> requestStream, ServerCallContext context) =>
        returned.RunAsync(Scheme, requestStream, context);

    /// <inheritdoc/>
    public override Task<Wire.PaymentRun> ResolvePaymentLine(Wire.ResolvePaymentLineRequest request, ServerCallContext context) =>
        resolve.RunAsync(Scheme, request, context.CancellationToken);
}
