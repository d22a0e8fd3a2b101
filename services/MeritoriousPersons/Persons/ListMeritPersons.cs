using System.Globalization;
using AnSinh.MeritoriousPersons.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Merit.V1;

namespace AnSinh.MeritoriousPersons.Persons;

/// <summary>Lists meritorious persons of the caller's areas, the latest registered first.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Persons as messages.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
public sealed class ListMeritPersons(MeritDb db, PersonBook book, AreaDirectory areas, CallerAccessor caller)
{
    /// <summary>Lists a page.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListMeritPersonsResponse> RunAsync(Wire.ListMeritPersonsRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var rows = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode).Apply(db.MeritPersons.AsNoTracking(), one => one.AreaCode, one => one.AreaOn);
        if (request.Category.Length > 0)
        {
            rows = rows.Where(one => one.Category == request.Category);
        }

        if (!request.IncludeVoided)
        {
            rows = rows.Where(one => !one.IsVoided);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } after)
        {
            // Keys are made in the order of time.
            var id = Guid.Parse(after[0], CultureInfo.InvariantCulture);
            rows = rows.Where(one => one.Id < id);
        }

        var page = await rows.OrderByDescending(one => one.Id).Take(size + 1).ToListAsync(cancellationToken);
        var response = new Wire.ListMeritPersonsResponse();
        response.MeritPersons.AddRange(await book.ForListAsync([.. page.Take(size)], cancellationToken));
        response.NextPageToken = page.Count > size ? PageToken.Make(request, page[size - 1].Id.ToString()) : "";
        return response;
    }
}
