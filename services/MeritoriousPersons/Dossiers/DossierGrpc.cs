using AnSinh.Contracts.Common.V1;
using AnSinh.Dossiers;
using AnSinh.Dossiers.Deadlines;
using AnSinh.Dossiers.Digitisation;
using AnSinh.Dossiers.Import;
using AnSinh.Dossiers.Papers;
using AnSinh.Dossiers.Workflow;
using AnSinh.MeritoriousPersons.Data;
using AnSinh.ServiceKit.Imports;
using Grpc.Core;
using Face = AnSinh.Contracts.Merit.V1.DossierService;
using Wire = AnSinh.Contracts.Dossiers.V1;

namespace AnSinh.MeritoriousPersons.Dossiers;

/// <summary>The gRPC face of dossiers: every rpc is one use case of the shared kernel.</summary>
/// <param name="book">Finds records.</param>
/// <param name="messages">Dossiers as messages.</param>
/// <param name="register">Registers.</param>
/// <param name="advance">Moves through the workflow.</param>
/// <param name="assign">Assigns.</param>
/// <param name="papers">Keeps papers.</param>
/// <param name="digitise">Records digitisation.</param>
/// <param name="progress">Counts digitisation.</param>
/// <param name="list">Lists.</param>
/// <param name="deadlines">Keeps deadlines.</param>
/// <param name="import">Imports.</param>
/// <param name="steps">What an import does with rows.</param>
public sealed class DossierGrpc(
    DossierBook<MeritDb> book, DossierMessages<MeritDb> messages, RegisterDossier<MeritDb> register, AdvanceDossier<MeritDb> advance,
    AssignDossier<MeritDb> assign, UpdatePapers<MeritDb> papers, DigitiseDossier<MeritDb> digitise, GetDigitisationProgress<MeritDb> progress,
    ListDossiers<MeritDb> list, DeadlineBook<MeritDb> deadlines, BulkImport<MeritDb> import, DossierImportSteps<MeritDb> steps)
    : Face.DossierServiceBase
{
    /// <inheritdoc/>
    public override async Task<Wire.Dossier> RegisterDossier(Wire.RegisterDossierRequest request, ServerCallContext context) =>
        await messages.ForCommandAsync(await register.RunAsync(request, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.Dossier> GetDossier(Wire.GetDossierRequest request, ServerCallContext context) =>
        await messages.ForQueryAsync(await book.FindAsync(request.Name, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ListDossiersResponse> ListDossiers(Wire.ListDossiersRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.DossierHistory> GetDossierHistory(Wire.GetDossierHistoryRequest request, ServerCallContext context) =>
        await messages.HistoryAsync(await book.FindAsync(request.Name, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.Dossier> VerifyDossier(Wire.AdvanceDossierRequest request, ServerCallContext context) =>
        AdvanceAsync(DossierAction.Verify, request, context);

    /// <inheritdoc/>
    public override Task<Wire.Dossier> AppraiseDossier(Wire.AdvanceDossierRequest request, ServerCallContext context) =>
        AdvanceAsync(DossierAction.Appraise, request, context);

    /// <inheritdoc/>
    public override Task<Wire.Dossier> ApproveDossier(Wire.AdvanceDossierRequest request, ServerCallContext context) =>
        AdvanceAsync(DossierAction.Approve, request, context);

    /// <inheritdoc/>
    public override Task<Wire.Dossier> RefuseDossier(Wire.AdvanceDossierRequest request, ServerCallContext context) =>
        AdvanceAsync(DossierAction.Refuse, request, context);

    /// <inheritdoc/>
    public override Task<Wire.Dossier> ReturnDossier(Wire.AdvanceDossierRequest request, ServerCallContext context) =>
        AdvanceAsync(DossierAction.Return, request, context);

    /// <inheritdoc/>
    public override Task<Wire.Dossier> ResubmitDossier(Wire.AdvanceDossierRequest request, ServerCallContext context) =>
        AdvanceAsync(DossierAction.Resubmit, request, context);

    /// <inheritdoc/>
    public override Task<Wire.Dossier> TransferDossier(Wire.AdvanceDossierRequest request, ServerCallContext context) =>
        AdvanceAsync(DossierAction.TransferOut, request, context);

    /// <inheritdoc/>
    public override Task<Wire.Dossier> VoidDossier(Wire.AdvanceDossierRequest request, ServerCallContext context) =>
        AdvanceAsync(DossierAction.Void, request, context);

    /// <inheritdoc/>
    public override async Task<Wire.Dossier> AssignDossier(Wire.AssignDossierRequest request, ServerCallContext context) =>
        await messages.ForCommandAsync(await assign.RunAsync(request, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.Dossier> UpdatePapers(Wire.UpdatePapersRequest request, ServerCallContext context) =>
        await messages.ForCommandAsync(await papers.RunAsync(request, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.Dossier> DigitiseDossier(Wire.DigitiseDossierRequest request, ServerCallContext context) =>
        await messages.ForCommandAsync(await digitise.RunAsync(request, context.CancellationToken), context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.DigitisationProgress> GetDigitisationProgress(Wire.GetDigitisationProgressRequest request, ServerCallContext context) =>
        progress.RunAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.DossierDeadline> AddDossierDeadline(Wire.AddDossierDeadlineRequest request, ServerCallContext context) =>
        deadlines.AddAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Wire.ListDossierDeadlinesResponse> ListDossierDeadlines(Wire.ListDossierDeadlinesRequest request, ServerCallContext context) =>
        deadlines.ListAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task ImportDossiers(
        IAsyncStreamReader<Wire.ImportDossiersRequest> requestStream, IServerStreamWriter<ImportResponse> responseStream, ServerCallContext context) =>
        import.RunAsync(
            new ImportCall<Wire.ImportDossiersRequest, Wire.DossierRow>
            {
                Requests = requestStream,
                Responses = responseStream,
                Context = context,
                Options = request => request.Options,
                Rows = request => request.Rows?.Rows,
            },
            steps);

    async Task<Wire.Dossier> AdvanceAsync(DossierAction action, Wire.AdvanceDossierRequest request, ServerCallContext context) =>
        await messages.ForCommandAsync(await advance.RunAsync(action, request, context.CancellationToken), context.CancellationToken);
}
