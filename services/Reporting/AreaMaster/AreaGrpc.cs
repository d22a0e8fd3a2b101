using System.Globalization;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.AreaMaster;

/// <summary>Serves the administrative units over gRPC.</summary>
sealed class AreaGrpc(ReportingDb db, AreaDirectory areas, ImportedAreas imported, ImportAreas import, ImportAreaKey importKey, TimeProvider time)
    : Wire.AreaService.AreaServiceBase
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

    public override async Task<Wire.AreaKey> ImportAreaKey(Wire.ImportAreaKeyRequest request, ServerCallContext context)
    {
        await imported.RefreshAsync(db, context.CancellationToken);
        return await importKey.RunAsync(request, context.CancellationToken);
    }

    public override async Task<Wire.ListAreaKeysResponse> ListAreaKeys(Wire.ListAreaKeysRequest request, ServerCallContext context)
    {
        var size = PageSize.Of(request.PageSize, 200);
        var keys = db.AreaKeys.AsNoTracking().Where(row => request.Name == "" || row.Name == request.Name);
        if (PageToken.Read(request, request.PageToken, 2) is { } after)
        {
            var (name, version) = (after[0], int.Parse(after[1], CultureInfo.InvariantCulture));
            keys = keys.Where(row => string.Compare(row.Name, name) > 0 || (row.Name == name && row.Version > version));
        }

        var page = await keys.OrderBy(row => row.Name).ThenBy(row => row.Version).Take(size + 1).ToListAsync(context.CancellationToken);
        return new Wire.ListAreaKeysResponse
        {
            Keys = { page.Take(size).Select(AreaMaster.ImportAreaKey.ToMessage) },
            NextPageToken = page.Count > size ? PageToken.Make(request, page[size - 1].Name, page[size - 1].Version.ToString(CultureInfo.InvariantCulture)) : "",
        };
    }
}
