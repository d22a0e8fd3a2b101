using AnSinh.Contracts.Common.V1;
using AnSinh.Reporting.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.WorkProgramme;

/// <summary>The gRPC face of the work programme.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Records, completes, voids.</param>
/// <param name="import">Imports.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who calls.</param>
/// <param name="time">Clock.</param>
public sealed class WorkProgrammeGrpc(ReportingDb db, WorkItemBook book, ImportWorkItems import, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
    : Wire.WorkProgrammeService.WorkProgrammeServiceBase
{
    /// <inheritdoc/>
    public override async Task<Wire.WorkItem> RecordWorkItem(Wire.RecordWorkItemRequest request, ServerCallContext context) =>
        WorkItemMessages.ForCommand(db, await book.RecordAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.WorkItem> CompleteWorkItem(Wire.CompleteWorkItemRequest request, ServerCallContext context) =>
        WorkItemMessages.ForCommand(db, await book.CompleteAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.WorkItem> VoidWorkItem(Wire.VoidWorkItemRequest request, ServerCallContext context) =>
        WorkItemMessages.ForCommand(db, await book.VoidAsync(request, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.WorkItem> GetWorkItem(Wire.GetWorkItemRequest request, ServerCallContext context) =>
        WorkItemMessages.ForQuery(await book.FindAsync(request.Name, context.CancellationToken));

    /// <inheritdoc/>
    public override async Task<Wire.ListWorkItemsResponse> ListWorkItems(Wire.ListWorkItemsRequest request, ServerCallContext context)
    {
        var codes = await CodesAsync(request.AreaCode, context.CancellationToken);
        var rows = db.WorkItems.AsNoTracking().Where(item => codes.Contains(item.AreaCode));
        rows = request.IncludeVoided ? rows : rows.Where(item => item.State != WorkItemState.Voided);
        if (request.Kind != Wire.WorkItemKind.Unspecified)
        {
            var kind = (WorkItemKind)request.Kind;
            rows = rows.Where(item => item.Kind == kind);
        }

        var page = await rows.LatestFirstAsync(request, item => item.Id, context.CancellationToken);
        return new Wire.ListWorkItemsResponse { Items = { page.Rows.Select(WorkItemMessages.ForQuery) }, NextPageToken = page.NextPageToken };
    }

    /// <inheritdoc/>
    public override Task ImportWorkItems(
        IAsyncStreamReader<Wire.ImportWorkItemsRequest> requestStream, IServerStreamWriter<ImportResponse> responseStream, ServerCallContext context) =>
        import.RunAsync(requestStream, responseStream, context);

    /// <summary>The units that have items, within the caller's areas and the area asked for. Items belong to units of every level, few of them.</summary>
    async Task<List<string>> CodesAsync(string areaCode, CancellationToken cancellationToken)
    {
        if (areaCode.Length > 0 && !areas.Known(areaCode))
        {
            throw Refusal.Invalid("area_code", "area.unknown", $"Không có địa bàn nào mang mã “{(areaCode.Length <= 20 ? areaCode : areaCode[..20])}”.");
        }

        var today = VietnamDay.Today(time);
        var scope = caller.Current.Areas;
        var used = await db.WorkItems.AsNoTracking().GroupBy(item => item.AreaCode)
            .Select(group => new { group.Key, LastDay = group.Max(item => item.Day) }).ToListAsync(cancellationToken);
        return
        [
            .. used.Where(unit => (scope.IsUnrestricted || scope.CoversEver(areas, unit.Key, today))
                && (areaCode.Length == 0 || areas.IsWithin(unit.Key, areaCode, unit.LastDay))).Select(unit => unit.Key),
        ];
    }
}
