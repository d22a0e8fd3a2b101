using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.AreaMaster;

/// <summary>Serves the administrative units over gRPC.</summary>
sealed class AreaGrpc(ReportingDb db, AreaDirectory areas, ImportedAreas imported, ImportAreas import, TimeProvider time) : Wire.AreaService.AreaServiceBase
{
    public override async Task<Wire.Area> GetArea(Wire.GetAreaRequest request, ServerCallContext context)
    {
        await imported.RefreshAsync(db, context.CancellationToken);
        var on = WireDate.ToDay(request.On, "on") ?? VietnamDay.Today(time);
        return areas.Find(request.Code, on) is { } unit
            ? AreaMessages.Of(unit)
            : throw Refusal.NotFound("area.unknown", $"Không có đơn vị hành chính nào mang mã “{request.Code}” vào ngày {VietnamDay.Text(on)}.");
    }

    public override async Task<Wire.ListAreasResponse> ListAreas(Wire.ListAreasRequest request, ServerCallContext context)
    {
        await imported.RefreshAsync(db, context.CancellationToken);
        var size = PageSize.Of(request.PageSize, 500, 5_000);
        var on = WireDate.ToDay(request.On, "on") ?? VietnamDay.Today(time);
        var after = PageToken.Read(request, request.PageToken, 1)?[0] ?? "";
        var rest = areas.Children(request.ParentCode, on).OrderBy(unit => unit.Code, StringComparer.Ordinal)
            .Where(unit => string.CompareOrdinal(unit.Code, after) > 0).Take(size + 1).ToList();
        return new Wire.ListAreasResponse
        {
            Areas = { rest.Take(size).Select(AreaMessages.Of) },
            NextPageToken = rest.Count > size ? PageToken.Make(request, rest[size - 1].Code) : "",
        };
    }

    public override async Task<Wire.ImportAreasResponse> ImportAreas(IAsyncStreamReader<Wire.ImportAreasRequest> requestStream, ServerCallContext context)
    {
        var rows = new AreaImportRows();
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            rows.Add(requestStream.Current);
        }

        await imported.RefreshAsync(db, context.CancellationToken);
        return await import.RunAsync(rows, context.CancellationToken);
    }
}
