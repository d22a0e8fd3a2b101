using System.Globalization;
using AnSinh.ChildProtection.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Incidents;

/// <summary>Lists incidents of the caller's areas, the latest first.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
sealed class ListIncidents(ChildDb db, AreaDirectory areas, CallerAccessor caller)
{
    /// <summary>Lists a page.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListIncidentsResponse> RunAsync(Wire.ListIncidentsRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var filter = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode);
        var rows = Narrow(filter.Apply(db.Incidents.AsNoTracking(), one => one.AreaCode, one => one.HappenedOn), request);
        if (PageToken.Read(request, request.PageToken, parts: 2) is { } after)
        {
            var id = Guid.Parse(after[0], CultureInfo.InvariantCulture);
            var day = DateOnly.ParseExact(after[1], "O", CultureInfo.InvariantCulture);
            rows = rows.Where(one => one.HappenedOn < day || (one.HappenedOn == day && one.Id < id));
        }

        var page = await rows.OrderByDescending(one => one.HappenedOn).ThenByDescending(one => one.Id).Take(size + 1).ToListAsync(cancellationToken);
        var response = new Wire.ListIncidentsResponse();
        response.Incidents.AddRange(page.Take(size).Select(IncidentMessages.ForQuery));
        if (page.Count > size)
        {
            var last = page[size - 1];
            response.NextPageToken = PageToken.Make(request, last.Id.ToString(), last.HappenedOn.ToString("O", CultureInfo.InvariantCulture));
        }

        return response;
    }

    static IQueryable<Incident> Narrow(IQueryable<Incident> rows, Wire.ListIncidentsRequest request)
    {
        if (WireDate.ToDay(request.HappenedFrom, "happened_from") is { } from)
        {
            rows = rows.Where(one => one.HappenedOn >= from);
        }

        if (WireDate.ToDay(request.HappenedTo, "happened_to") is { } to)
        {
            rows = rows.Where(one => one.HappenedOn <= to);
        }

        if (request.Kind != Wire.IncidentKind.Unspecified)
        {
            var kind = (IncidentKind)request.Kind;
            rows = rows.Where(one => one.Kind == kind);
        }

        rows = request.FatalOnly ? rows.Where(one => one.Fatal) : rows;
        return request.IncludeVoided ? rows : rows.Where(one => one.State == IncidentState.Recorded);
    }
}
