using System.Globalization;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Entitlements;

/// <summary>Shows entitlements of the caller's areas.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds one.</param>
/// <param name="messages">The answers.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
public sealed class ListEntitlements<TDb>(TDb db, EntitlementBook<TDb> book, EntitlementMessages messages, AreaDirectory areas, CallerAccessor caller)
    where TDb : ServiceDb
{
    /// <summary>Gets one.</summary>
    /// <exception cref="Refusal">NOT_FOUND <c>entitlement.not_found</c>; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.Entitlement> GetAsync(string scheme, Wire.GetEntitlementRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindAsync(scheme, request.Name, "name", cancellationToken);
        return messages.ForQuery(one, await db.Set<Person>().AsNoTracking().SingleAsync(person => person.Id == one.PersonId, cancellationToken));
    }

    /// <summary>Lists a page.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListEntitlementsResponse> RunAsync(string scheme, Wire.ListEntitlementsRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var rows = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode)
            .Apply(db.Set<Entitlement>().AsNoTracking(), one => one.AreaCode, one => one.AreaOn).Where(one => one.Scheme == scheme);
        rows = request.Category.Length == 0 ? rows : rows.Where(one => one.Category == request.Category);
        if (request.State != Wire.EntitlementState.Unspecified)
        {
            var state = (EntitlementState)request.State;
            rows = rows.Where(one => one.State == state);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } after)
        {
            var last = Guid.Parse(after[0], CultureInfo.InvariantCulture);
            rows = rows.Where(one => one.Id > last);
        }

        var page = await rows.OrderBy(one => one.Id).Take(size + 1)
            .Join(db.Set<Person>(), one => one.PersonId, person => person.Id, (one, person) => new { one, person })
            .ToListAsync(cancellationToken);
        page = [.. page.OrderBy(row => row.one.Id.ToString(), StringComparer.Ordinal)];
        var response = new Wire.ListEntitlementsResponse();
        response.Entitlements.AddRange(page.Take(size).Select(row => messages.ForQuery(row.one, row.person)));
        response.NextPageToken = page.Count > size ? PageToken.Make(request, page[size - 1].one.Id.ToString()) : "";
        return response;
    }
}
