using System.Globalization;
using AnSinh.MeritoriousPersons.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.Reburials;

/// <summary>Lists reburials of the caller's areas, the latest first.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
public sealed class ListReburials(MeritDb db, AreaDirectory areas, CallerAccessor caller)
{
    /// <summary>Lists a page.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListReburialsResponse> RunAsync(Wire.ListReburialsRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var rows = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode).Apply(db.Reburials.AsNoTracking(), one => one.AreaCode, one => one.ReburiedOn);
        var page = await After(Narrow(rows, request), request)
            .OrderByDescending(one => one.ReburiedOn).ThenByDescending(one => one.Id).Take(size + 1).ToListAsync(cancellationToken);
        var response = new Wire.ListReburialsResponse { Reburials = { page.Take(size).Select(ReburialMessages.ForQuery) } };
        if (page.Count > size)
        {
            var last = page[size - 1];
            response.NextPageToken = PageToken.Make(request, last.Id.ToString(), last.ReburiedOn.ToString("O", CultureInfo.InvariantCulture));
        }

        return response;
    }

    static IQueryable<Reburial> Narrow(IQueryable<Reburial> rows, Wire.ListReburialsRequest request)
    {
        if (WireDate.ToDay(request.ReburiedFrom, "reburied_from") is { } from)
        {
            rows = rows.Where(one => one.ReburiedOn >= from);
        }

        if (WireDate.ToDay(request.ReburiedTo, "reburied_to") is { } to)
        {
            rows = rows.Where(one => one.ReburiedOn <= to);
        }

        return request.IncludeVoided ? rows : rows.Where(one => !one.IsVoided);
    }

    static IQueryable<Reburial> After(IQueryable<Reburial> rows, Wire.ListReburialsRequest request)
    {
        if (PageToken.Read(request, request.PageToken, parts: 2) is not { } after)
        {
            return rows;
        }

        var id = Guid.Parse(after[0], CultureInfo.InvariantCulture);
        var day = DateOnly.ParseExact(after[1], "O", CultureInfo.InvariantCulture);
        return rows.Where(one => one.ReburiedOn < day || (one.ReburiedOn == day && one.Id < id));
    }
}
