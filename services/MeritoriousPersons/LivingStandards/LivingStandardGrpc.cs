using AnSinh.Contracts.Common.V1;
using AnSinh.MeritoriousPersons.Data;
using AnSinh.ServiceKit.Imports;
using Grpc.Core;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.LivingStandards;

/// <summary>The gRPC face of surveys of living standards.</summary>
/// <param name="book">Opens, finds, lists.</param>
/// <param name="approve">Approves.</param>
/// <param name="import">Imports.</param>
/// <param name="steps">What an import does with forms.</param>
public sealed class LivingStandardGrpc(SurveyBook book, ApproveLivingStandards approve, BulkImport<MeritDb> import, FormImportSteps steps)
    : Wire.LivingStandardService.LivingStandardServiceBase
{
    /// <inheritdoc/>
    public override async Task<Wire.LivingStandardSurvey> CreateLivingStandardSurvey(Wire.CreateLivingStandardSurveyRequest request, ServerCallContext context) =>
        SurveyBook.ToMessage(await book.CreateAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override Task<Wire.LivingStandardSurvey> GetLivingStandardSurvey(Wire.GetLivingStandardSurveyRequest request, ServerCallContext context) =>
        book.GetAsync(request.Name, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ListLivingStandardSurveysResponse> ListLivingStandardSurveys(
        Wire.ListLivingStandardSurveysRequest request, ServerCallContext context) => book.ListAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task ImportLivingStandardForms(
        IAsyncStreamReader<Wire.ImportLivingStandardFormsRequest> requestStream, IServerStreamWriter<ImportResponse> responseStream,
        ServerCallContext context) => import.RunAsync(
            new ImportCall<Wire.ImportLivingStandardFormsRequest, Wire.LivingStandardFormRow>
            {
                Requests = requestStream,
                Responses = responseStream,
                Context = context,
                Options = request => request.Options,
                Rows = request => request.Rows?.Rows,
            },
            steps);

    /// <inheritdoc/>
    public override Task<Wire.ApproveLivingStandardsResponse> ApproveLivingStandards(Wire.ApproveLivingStandardsRequest request, ServerCallContext context) =>
        approve.RunAsync(request, context.CancellationToken);
}
