using AnSinh.Contracts.Common.V1;
using AnSinh.Employment.Counselling.Import;
using AnSinh.Employment.Data;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Counselling;

/// <summary>The gRPC face of counselling.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds, lists, voids.</param>
/// <param name="record">Records.</param>
/// <param name="import">What every import has in common.</param>
/// <param name="steps">What is done with rows.</param>
public sealed class CounsellingGrpc(
    EmploymentDb db, CounsellingBook book, RecordCounselling record, BulkImport<EmploymentDb> import, CounsellingImportSteps steps)
    : Wire.CounsellingService.CounsellingServiceBase
{
    /// <inheritdoc/>
    public override async Task<Wire.CounsellingVisit> RecordCounselling(Wire.RecordCounsellingRequest request, ServerCallContext context) =>
        ForCommand(await record.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.CounsellingVisit> VoidCounselling(Wire.VoidCounsellingRequest request, ServerCallContext context) =>
        ForCommand(await book.VoidAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.CounsellingVisit> GetCounsellingVisit(Wire.GetCounsellingVisitRequest request, ServerCallContext context)
    {
        var visit = await book.FindAsync(request.Name, context.CancellationToken);
        return CounsellingMessages.Of(visit, Etag.Of(visit));
    }

    /// <inheritdoc/>
    public override Task<Wire.ListCounsellingVisitsResponse> ListCounsellingVisits(Wire.ListCounsellingVisitsRequest request, ServerCallContext context) =>
        book.ListAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task ImportCounselling(
        IAsyncStreamReader<Wire.ImportCounsellingRequest> requestStream, IServerStreamWriter<ImportResponse> responseStream, ServerCallContext context) =>
        import.RunAsync(
            new ImportCall<Wire.ImportCounsellingRequest, Wire.CounsellingRow>
            {
                Requests = requestStream,
                Responses = responseStream,
                Context = context,
                Options = request => request.Options,
                Rows = request => request.Rows?.Rows,
            },
            steps);

    Wire.CounsellingVisit ForCommand(CounsellingVisit visit) => CounsellingMessages.Of(visit, EtagAfterSaving.Of(db, visit));
}
