using AnSinh.ChildProtection.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Children;

/// <summary>Lists children of the caller's areas by their codes, the latest registered first; no names.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
sealed class ListChildren(ChildDb db, AreaDirectory areas, CallerAccessor caller)
{
    /// <summary>Lists a page.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListChildrenResponse> RunAsync(Wire.ListChildrenRequest request, CancellationToken cancellationToken)
    {
        var filter = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode);
        var rows = filter.Apply(db.Children.AsNoTracking(), one => one.AreaCode, one => one.AreaOn);
        if (request.Circumstance != Wire.CircumstanceKind.Unspecified)
        {
            var kind = (CircumstanceKind)request.Circumstance;
            rows = rows.Where(one => one.Circumstances.Any(part => part.Kind == kind && part.EndedOn == null));
        }

        rows = request.WithoutSupport ? rows.Where(one => !one.Supports.Any(part => part.EndedOn == null)) : rows;
        rows = request.IncludeExited ? rows : rows.Where(one => one.ExitedOn == null);
        var page = await rows.Include(one => one.Circumstances).Include(one => one.Supports).LatestFirstAsync(request, one => one.Id, cancellationToken);
        return new Wire.ListChildrenResponse { Children = { page.Rows.Select(ChildMessages.ForList) }, NextPageToken = page.NextPageToken };
    }
}
