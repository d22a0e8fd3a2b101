using AnSinh.BenefitPayments.Housing;
using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Support.V1;
using AnSinh.MeritoriousPersons.Data;
using Grpc.Core;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.Housing;

/// <summary>The gRPC face of houses of meritorious persons: every rpc is one use case of the shared kernel.</summary>
/// <param name="book">Queries.</param>
/// <param name="changes">Changes.</param>
/// <param name="import">Imports.</param>
public sealed class HousingGrpc(HousingBook<MeritDb> book, HousingChanges<MeritDb> changes, HousingImport<MeritDb> import)
    : Wire.MeritHousingService.MeritHousingServiceBase
{
    /// <inheritdoc/>
    public override Task<Contracts.Support.V1.HousingSupport> RecordHousing(RecordHousingRequest request, ServerCallContext context) =>
        changes.RecordAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Contracts.Support.V1.HousingSupport> GetHousing(GetHousingRequest request, ServerCallContext context) =>
        book.GetAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<ListHousingResponse> ListHousing(ListHousingRequest request, ServerCallContext context) =>
        book.ListAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Contracts.Support.V1.HousingSupport> CompleteHousing(CompleteHousingRequest request, ServerCallContext context) =>
        changes.CompleteAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task<Contracts.Support.V1.HousingSupport> VoidHousing(VoidHousingRequest request, ServerCallContext context) =>
        changes.VoidAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task ImportHousing(
        IAsyncStreamReader<ImportHousingRequest> requestStream, IServerStreamWriter<ImportResponse> responseStream, ServerCallContext context) =>
        import.RunAsync(requestStream, responseStream, context);
}
