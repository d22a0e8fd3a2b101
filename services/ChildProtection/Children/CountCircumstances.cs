using AnSinh.ChildProtection.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Children;

/// <summary>Counts children in circumstances on a day, for those who may count and not read.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
/// <param name="time">Clock.</param>
sealed class CountCircumstances(ChildDb db, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
{
    // In a commune, so few children are known by name; the usual limit of public statistics.
    const int SmallestShown = 5;

    /// <summary>Counts.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.GetCircumstanceCountsResponse> RunAsync(Wire.GetCircumstanceCountsRequest request, CancellationToken cancellationToken)
    {
        var day = WireDate.ToDay(request.On, "on") ?? VietnamDay.Today(time);
        var filter = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode);
        var inForce = filter.Apply(db.Circumstances.AsNoTracking(), one => one.AreaCode, one => one.StartedOn)
            .Where(one => one.StartedOn <= day && (one.EndedOn == null || one.EndedOn > day) && (one.OutOfAgeOn == null || one.OutOfAgeOn > day));
        var byKind = await inForce.GroupBy(one => one.Kind)
            .Select(group => new { Kind = group.Key, Count = group.Count() }).OrderBy(group => group.Kind).ToListAsync(cancellationToken);
        var children = inForce.Select(one => one.ChildId).Distinct();
        var total = await children.CountAsync(cancellationToken);
        var supported = await children.CountAsync(
            id => db.Supports.Any(one => one.ChildId == id && one.StartedOn <= day && (one.EndedOn == null || one.EndedOn > day)), cancellationToken);
        var response = new Wire.GetCircumstanceCountsResponse { On = WireDate.Of(day), Total = Shown(total), Supported = Shown(supported) };
        if (IsSmall(total - supported))
        {
            // Who sees both would know the few without support.
            response.Supported = new Wire.ChildCount { Suppressed = true };
        }

        response.Circumstances.AddRange(
            byKind.Select(group => new Wire.CircumstanceCount { Kind = (Wire.CircumstanceKind)group.Kind, Count = Shown(group.Count) }));
        return response;
    }

    static bool IsSmall(int count) => count is > 0 and < SmallestShown;

    static Wire.ChildCount Shown(int count) => IsSmall(count) ? new Wire.ChildCount { Suppressed = true } : new Wire.ChildCount { Children = count };
}
