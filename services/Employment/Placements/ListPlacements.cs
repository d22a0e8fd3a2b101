using System.Globalization;
using AnSinh.Employment.Data;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Placements;

/// <summary>Lists placements of the caller's areas, with filters, in pages by sort key.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
public sealed class ListPlacements(EmploymentDb db, AreaDirectory areas, CallerAccessor caller)
{
    /// <summary>Lists a page.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListPlacementsResponse> RunAsync(Wire.ListPlacementsRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var filter = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode);
        var rows = filter.Apply(db.Placements.AsNoTracking(), placement => placement.AreaCode, placement => placement.StartDate);
        rows = Order(Narrow(rows, request), request);
        var page = await rows.Take(size + 1).ToListAsync(cancellationToken);
        var response = new Wire.ListPlacementsResponse();
        response.Placements.AddRange(page.Take(size).Select(PlacementMessages.ForQuery));
        if (page.Count > size)
        {
            var last = page[size - 1];
            response.NextPageToken = PageToken.Make(request, last.Id.ToString(), last.StartDate.ToString("O", CultureInfo.InvariantCulture));
        }

        return response;
    }

    static IQueryable<Placement> Narrow(IQueryable<Placement> rows, Wire.ListPlacementsRequest request)
    {
        if (WireDate.ToDay(request.StartFrom, "start_from") is { } from)
        {
            rows = rows.Where(placement => placement.StartDate >= from);
        }

        if (WireDate.ToDay(request.StartTo, "start_to") is { } to)
        {
            rows = rows.Where(placement => placement.StartDate <= to);
        }

        if (request.Channel != Wire.Channel.Unspecified)
        {
            var channel = (PlacementChannel)request.Channel;
            rows = rows.Where(placement => placement.Channel == channel);
        }

        if (request.Worker.Length > 0)
        {
            var worker = ResourceName.Parse(WorkerMessages.Collection, request.Worker, "worker");
            rows = rows.Where(placement => placement.WorkerId == worker);
        }

        return request.IncludeVoided ? rows : rows.Where(placement => placement.State == PlacementState.Recorded);
    }

    static IQueryable<Placement> Order(IQueryable<Placement> rows, Wire.ListPlacementsRequest request)
    {
        var after = PageToken.Read(request, request.PageToken, parts: 2);
        var id = after is null ? Guid.Empty : Guid.Parse(after[0], CultureInfo.InvariantCulture);
        var day = after is null ? default : DateOnly.ParseExact(after[1], "O", CultureInfo.InvariantCulture);
        switch (request.OrderBy)
        {
            case "" or "start_date desc":
                rows = after is null ? rows : rows.Where(one => one.StartDate < day || (one.StartDate == day && one.Id < id));
                return rows.OrderByDescending(one => one.StartDate).ThenByDescending(one => one.Id);
            case "start_date":
                rows = after is null ? rows : rows.Where(one => one.StartDate > day || (one.StartDate == day && one.Id > id));
                return rows.OrderBy(one => one.StartDate).ThenBy(one => one.Id);
            case "create_time desc":
                // Keys are made in the order of time.
                rows = after is null ? rows : rows.Where(one => one.Id < id);
                return rows.OrderByDescending(one => one.Id);
            default:
                throw Refusal.Invalid("order_by", "order_by.invalid", "order_by chỉ nhận: start_date, start_date desc, create_time desc.");
        }
    }
}
