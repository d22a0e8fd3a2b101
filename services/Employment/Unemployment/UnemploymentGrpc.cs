using AnSinh.Contracts.Common.V1;
using AnSinh.Employment.Data;
using AnSinh.Employment.Unemployment.Import;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Unemployment;

/// <summary>The gRPC face of unemployment insurance.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds, lists, assesses.</param>
/// <param name="record">Receives.</param>
/// <param name="decide">Decides and revokes.</param>
/// <param name="import">What every import has in common.</param>
/// <param name="steps">What is done with rows.</param>
public sealed class UnemploymentGrpc(
    EmploymentDb db, ClaimBook book, RecordClaim record, DecideClaim decide, BulkImport<EmploymentDb> import, DecisionImportSteps steps)
    : Wire.UnemploymentService.UnemploymentServiceBase
{
    /// <inheritdoc/>
    public override Task<Wire.ClaimAssessment> AssessClaim(Wire.AssessClaimRequest request, ServerCallContext context) =>
        Task.FromResult(ClaimMessages.Of(book.Assess(request)));

    /// <inheritdoc/>
    public override async Task<Wire.UnemploymentClaim> RecordClaim(Wire.RecordClaimRequest request, ServerCallContext context) =>
        ForCommand(await record.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.UnemploymentClaim> DecideClaim(Wire.DecideClaimRequest request, ServerCallContext context) =>
        ForCommand(await decide.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.UnemploymentClaim> RevokeDecision(Wire.RevokeDecisionRequest request, ServerCallContext context) =>
        ForCommand(await decide.RevokeAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.UnemploymentClaim> GetClaim(Wire.GetClaimRequest request, ServerCallContext context)
    {
        var claim = await book.FindAsync(request.Name, context.CancellationToken);
        return ClaimMessages.Of(claim, Etag.Of(claim));
    }

    /// <inheritdoc/>
    public override Task<Wire.ListClaimsResponse> ListClaims(Wire.ListClaimsRequest request, ServerCallContext context) =>
        book.ListAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task ImportDecisions(
        IAsyncStreamReader<Wire.ImportDecisionsRequest> requestStream, IServerStreamWriter<ImportResponse> responseStream, ServerCallContext context) =>
        import.RunAsync(
            new ImportCall<Wire.ImportDecisionsRequest, Wire.DecisionRow>
            {
                Requests = requestStream,
                Responses = responseStream,
                Context = context,
                Options = request => request.Options,
                Rows = request => request.Rows?.Rows,
            },
            steps);

    Wire.UnemploymentClaim ForCommand(UnemploymentClaim claim) => ClaimMessages.Of(claim, EtagAfterSaving.Of(db, claim));
}
