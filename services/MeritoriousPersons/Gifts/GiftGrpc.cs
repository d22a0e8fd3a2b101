using AnSinh.BenefitPayments.SupportLists;
using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Support.V1;
using AnSinh.MeritoriousPersons.Data;
using Grpc.Core;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.Gifts;

/// <summary>The gRPC face of gift campaigns: every rpc is one use case of the shared kernel.</summary>
/// <param name="programmes">Programmes.</param>
/// <param name="entries">Imports of entries.</param>
/// <param name="deliveries">Imports of deliveries.</param>
/// <param name="decisions">Decisions.</param>
/// <param name="reading">Queries.</param>
public sealed class GiftGrpc(
    ProgrammeBook<MeritDb> programmes, EntryImport<MeritDb> entries, DeliveryImport<MeritDb> deliveries,
    EntryDecisions<MeritDb> decisions, EntryReading<MeritDb> reading) : Wire.GiftService.GiftServiceBase
{
    /// <inheritdoc/>
    public override Task<Contracts.Support.V1.SupportProgramme> CreateSupportProgramme(CreateSupportProgrammeRequest request, ServerCallContext context) =>
        programmes.CreateAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Contracts.Support.V1.SupportProgramme> GetSupportProgramme(GetSupportProgrammeRequest request, ServerCallContext context) =>
        programmes.GetAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<ListSupportProgrammesResponse> ListSupportProgrammes(ListSupportProgrammesRequest request, ServerCallContext context) =>
        programmes.ListAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task ImportSupportEntries(
        IAsyncStreamReader<ImportSupportEntriesRequest> requestStream, IServerStreamWriter<ImportResponse> responseStream, ServerCallContext context) =>
        entries.RunAsync(requestStream, responseStream, context);

    /// <inheritdoc/>
    public override Task<Contracts.Support.V1.SupportEntry> GetSupportEntry(GetSupportEntryRequest request, ServerCallContext context) =>
        reading.GetAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<ListSupportEntriesResponse> ListSupportEntries(ListSupportEntriesRequest request, ServerCallContext context) =>
        reading.ListAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<SupportEntriesDecided> AppraiseSupportEntries(AppraiseSupportEntriesRequest request, ServerCallContext context) =>
        decisions.AppraiseAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<SupportEntriesDecided> ApproveSupportEntries(ApproveSupportEntriesRequest request, ServerCallContext context) =>
        decisions.ApproveAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Contracts.Support.V1.SupportEntry> RefuseSupportEntry(StrikeSupportEntryRequest request, ServerCallContext context) =>
        decisions.RefuseAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Contracts.Support.V1.SupportEntry> RevokeSupportEntry(StrikeSupportEntryRequest request, ServerCallContext context) =>
        decisions.RevokeAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task ImportSupportDeliveries(
        IAsyncStreamReader<ImportSupportDeliveriesRequest> requestStream, IServerStreamWriter<ImportResponse> responseStream, ServerCallContext context) =>
        deliveries.RunAsync(requestStream, responseStream, context);

    /// <inheritdoc/>
    public override Task<SupportTotals> GetSupportTotals(GetSupportTotalsRequest request, ServerCallContext context) =>
        reading.TotalsAsync(request, context.CancellationToken);
}
