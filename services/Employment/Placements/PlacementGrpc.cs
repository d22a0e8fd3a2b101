using AnSinh.Employment.Data;
using AnSinh.Employment.Placements.Import;
using Grpc.Core;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Placements;

/// <summary>The gRPC face of placements: every rpc is one use case.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds records.</param>
/// <param name="record">Records.</param>
/// <param name="correct">Corrects.</param>
/// <param name="voiding">Voids.</param>
/// <param name="recordReturn">Records returns.</param>
/// <param name="list">Lists.</param>
/// <param name="history">Tells the history.</param>
/// <param name="import">Imports.</param>
public sealed class PlacementGrpc(
    EmploymentDb db, PlacementBook book, RecordPlacement record, CorrectPlacement correct, VoidPlacement voiding, RecordReturn recordReturn,
    ListPlacements list, PlacementHistory history, ImportPlacements import) : Wire.PlacementService.PlacementServiceBase
{
    /// <inheritdoc/>
    public override async Task<Wire.Placement> RecordPlacement(Wire.RecordPlacementRequest request, ServerCallContext context) =>
        PlacementMessages.ForCommand(db, await record.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Placement> GetPlacement(Wire.GetPlacementRequest request, ServerCallContext context) =>
        PlacementMessages.ForQuery(await book.FindAsync(request.Name, "name", context.CancellationToken));

    /// <inheritdoc/>
    public override Task<Wire.ListPlacementsResponse> ListPlacements(Wire.ListPlacementsRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override async Task<Wire.Placement> CorrectPlacement(Wire.CorrectPlacementRequest request, ServerCallContext context) =>
        PlacementMessages.ForCommand(db, await correct.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Placement> VoidPlacement(Wire.VoidPlacementRequest request, ServerCallContext context) =>
        PlacementMessages.ForCommand(db, await voiding.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.Placement> RecordReturn(Wire.RecordReturnRequest request, ServerCallContext context) =>
        PlacementMessages.ForCommand(db, await recordReturn.RunAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override Task<Wire.ListPlacementHistoryResponse> ListPlacementHistory(Wire.ListPlacementHistoryRequest request, ServerCallContext context) =>
        history.RunAsync(request, context.CancellationToken);

    /// <inheritdoc/>
    public override Task ImportPlacements(
        IAsyncStreamReader<Wire.ImportPlacementsRequest> requestStream, IServerStreamWriter<Wire.ImportPlacementsResponse> responseStream,
        ServerCallContext context) => import.RunAsync(requestStream, responseStream, context);
}
