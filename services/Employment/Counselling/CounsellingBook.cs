using System.Globalization;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment.Data;
using AnSinh.Employment.Placements;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Counselling;

/// <summary>Finds, lists and voids visits.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who calls.</param>
/// <param name="scope">The caller's areas.</param>
public sealed class CounsellingBook(EmploymentDb db, AreaDirectory areas, CallerAccessor caller, RecordScope scope)
{
    /// <summary>Finds the visit that a request names, in the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>counselling.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>.</exception>
    public async Task<CounsellingVisit> FindAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(CounsellingMessages.Collection, name, "name");
        var visit = await db.CounsellingVisits.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("counselling.not_found", "Không có lượt tư vấn này.");
        scope.Require(visit.AreaCode, visit.VisitedOn);
        return visit;
    }

    /// <summary>Voids a visit that should never have been recorded.</summary>
    /// <exception cref="Refusal">As <see cref="FindAsync"/>; FAILED_PRECONDITION <c>counselling.voided</c>; INVALID_ARGUMENT
    /// <c>reason.invalid</c>; ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<CounsellingVisit> VoidAsync(Wire.VoidCounsellingRequest request, CancellationToken cancellationToken)
    {
        var visit = await FindAsync(request.Name, cancellationToken);
        if (visit.State == CounsellingState.Voided)
        {
            throw Refusal.Precondition("counselling.voided", "Lượt tư vấn này đã bị hủy.");
        }

        Etag.Check(visit, request.Etag, "etag");
        visit.VoidedBecause = PlacementBook.RequireReason(request.Reason);
        visit.State = CounsellingState.Voided;
        db.Emit(new CounsellingVoided { Replaces = visit.BookedBy }, visit.Id, visit.VisitedOn, visit.AreaCode, visit.BookedBy);
        return visit;
    }

    /// <summary>Lists visits of the caller's areas, the latest day first.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListCounsellingVisitsResponse> ListAsync(Wire.ListCounsellingVisitsRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var filter = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode);
        var rows = filter.Apply(db.CounsellingVisits.AsNoTracking(), one => one.AreaCode, one => one.VisitedOn);
        if (request.Worker.Length > 0)
        {
            var worker = ResourceName.Parse(WorkerMessages.Collection, request.Worker, "worker");
            rows = rows.Where(one => one.WorkerId == worker);
        }

        if (!request.IncludeVoided)
        {
            rows = rows.Where(one => one.State == CounsellingState.Recorded);
        }

        if (PageToken.Read(request, request.PageToken, parts: 2) is { } after)
        {
            var id = Guid.Parse(after[0], CultureInfo.InvariantCulture);
            var day = DateOnly.ParseExact(after[1], "O", CultureInfo.InvariantCulture);
            rows = rows.Where(one => one.VisitedOn < day || (one.VisitedOn == day && one.Id < id));
        }

        var page = await rows.OrderByDescending(one => one.VisitedOn).ThenByDescending(one => one.Id).Take(size + 1).ToListAsync(cancellationToken);
        var response = new Wire.ListCounsellingVisitsResponse();
        response.Visits.AddRange(page.Take(size).Select(one => CounsellingMessages.Of(one, Etag.Of(one))));
        if (page.Count > size)
        {
            var last = page[size - 1];
            response.NextPageToken = PageToken.Make(request, last.Id.ToString(), last.VisitedOn.ToString("O", CultureInfo.InvariantCulture));
        }

        return response;
    }
}
