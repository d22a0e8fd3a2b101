using AnSinh.ChildProtection.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Cases;

/// <summary>Lists the cases that the caller may read, the latest opened first: codes, no names, no texts.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="messages">Cases as messages.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
/// <param name="time">Clock.</param>
sealed class ListCases(ChildDb db, CaseMessages messages, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
{
    /// <summary>Lists a page.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListCasesResponse> RunAsync(Wire.ListCasesRequest request, CancellationToken cancellationToken)
    {
        var filter = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode);
        var rows = filter.Apply(db.Cases.AsNoTracking(), one => one.AreaCode, one => one.ReportedOn);
        if (!caller.Current.May(CaseBook.Supervise))
        {
            var account = caller.Current.Subject;
            rows = rows.Where(one => one.Members.Any(member => member.Account == account));
        }

        if (request.State != Wire.CaseState.Unspecified)
        {
            var state = (CaseState)request.State;
            rows = rows.Where(one => one.State == state);
        }

        if (request.OverdueOnly)
        {
            var now = time.GetUtcNow();
            rows = rows.Where(one => one.DueAt < now);
        }

        var page = await rows.Include(one => one.Members).Include(one => one.Services).Include(one => one.Referrals)
            .LatestFirstAsync(request, one => one.Id, cancellationToken);
        return new Wire.ListCasesResponse { Cases = { page.Rows.Select(messages.ForList) }, NextPageToken = page.NextPageToken };
    }
}
