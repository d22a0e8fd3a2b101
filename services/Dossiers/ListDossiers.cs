using System.Globalization;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Dossiers.V1;

namespace AnSinh.Dossiers;

/// <summary>Lists dossiers of the caller's areas, with filters; with <c>overdue</c> those that are stuck.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">What the use cases have in common.</param>
/// <param name="messages">Dossiers as messages.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
public sealed class ListDossiers<TDb>(TDb db, DossierBook<TDb> book, DossierMessages<TDb> messages, AreaDirectory areas, CallerAccessor caller)
    where TDb : ServiceDb
{
    /// <summary>Lists a page.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListDossiersResponse> RunAsync(Wire.ListDossiersRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var register = book.Register.Code;
        var rows = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode)
            .Apply(db.Set<Dossier>().AsNoTracking(), one => one.AreaCode, one => one.ReceivedOn)
            .Where(one => one.Register == register);
        var page = await Order(Narrow(rows, request), request).Take(size + 1).ToListAsync(cancellationToken);
        var response = new Wire.ListDossiersResponse();
        response.Dossiers.AddRange(await messages.ForListAsync([.. page.Take(size)], cancellationToken));
        if (page.Count > size)
        {
            var last = page[size - 1];
            var day = request.Overdue ? last.DueOn!.Value : last.ReceivedOn;
            response.NextPageToken = PageToken.Make(request, last.Id.ToString(), day.ToString("O", CultureInfo.InvariantCulture));
        }

        return response;
    }

    IQueryable<Dossier> Narrow(IQueryable<Dossier> rows, Wire.ListDossiersRequest request)
    {
        if (request.Category.Length > 0)
        {
            rows = rows.Where(one => one.Category == request.Category);
        }

        if (request.State != Wire.DossierState.Unspecified)
        {
            var state = (DossierState)request.State;
            rows = rows.Where(one => one.State == state);
        }

        if (request.Holder.Length > 0)
        {
            rows = rows.Where(one => one.Holder == request.Holder);
        }

        if (request.Symbol.Length > 0)
        {
            rows = rows.Where(one => one.Symbol == request.Symbol);
        }

        if (request.Overdue)
        {
            var today = book.Today;
            rows = rows.Where(one => one.DueOn != null && one.DueOn < today);
        }

        return rows;
    }

    static IQueryable<Dossier> Order(IQueryable<Dossier> rows, Wire.ListDossiersRequest request)
    {
        var after = PageToken.Read(request, request.PageToken, parts: 2);
        var id = after is null ? Guid.Empty : Guid.Parse(after[0], CultureInfo.InvariantCulture);
        var day = after is null ? default : DateOnly.ParseExact(after[1], "O", CultureInfo.InvariantCulture);
        if (request.Overdue)
        {
            rows = after is null ? rows : rows.Where(one => one.DueOn > day || (one.DueOn == day && one.Id > id));
            return rows.OrderBy(one => one.DueOn).ThenBy(one => one.Id);
        }

        rows = after is null ? rows : rows.Where(one => one.ReceivedOn < day || (one.ReceivedOn == day && one.Id < id));
        return rows.OrderByDescending(one => one.ReceivedOn).ThenByDescending(one => one.Id);
    }
}
