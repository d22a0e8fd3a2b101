using System.Globalization;
using AnSinh.Employment.Data;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Unemployment;

/// <summary>Finds, lists and assesses claims.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="time">Clock.</param>
public sealed class ClaimBook(EmploymentDb db, AreaDirectory areas, CallerAccessor caller, RecordScope scope, TimeProvider time)
{
    /// <summary>Finds the claim that a request names, in the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>unemployment.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>.</exception>
    public async Task<UnemploymentClaim> FindAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(ClaimMessages.Collection, name, "name");
        var claim = await db.UnemploymentClaims.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("unemployment.not_found", "Không có hồ sơ trợ cấp thất nghiệp này.");
        scope.Require(claim.AreaCode, claim.FiledOn);
        return claim;
    }

    /// <summary>Computes what the law gives; reads and records nothing.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; FAILED_PRECONDITION <c>unemployment.rate_missing</c>.</exception>
    public BenefitAssessment Assess(Wire.AssessClaimRequest request)
    {
        var today = VietnamDay.Today(time);
        var found = new List<Violation>();
        var facts = ClaimRules.CheckFacts(request.Facts, "facts.", today, found);
        var law = UnemploymentLaw.On(WireDate.ToDay(request.DecidedOn, "decided_on", found) ?? today);
        if (law is null)
        {
            found.Add(new Violation(
                "decided_on", "unemployment.decided_on_out_of_range", $"Ngày quyết định phải từ {VietnamDay.Text(UnemploymentLaw.All[0].From)} trở đi."));
        }

        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        var given = BenefitAssessment.Of(facts!, law!);
        return given is { IsEligible: true, CeilingVnd: null }
            ? throw Refusal.Precondition("unemployment.rate_missing", ClaimRules.MissingRate(facts!, given).Message)
            : given;
    }

    /// <summary>Lists claims of the caller's areas, newest first.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListClaimsResponse> ListAsync(Wire.ListClaimsRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var filter = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode);
        var rows = filter.Apply(db.UnemploymentClaims.AsNoTracking(), one => one.AreaCode, one => one.FiledOn);
        if (request.Worker.Length > 0)
        {
            var worker = ResourceName.Parse(WorkerMessages.Collection, request.Worker, "worker");
            rows = rows.Where(one => one.WorkerId == worker);
        }

        if (request.State != Wire.ClaimState.Unspecified)
        {
            rows = rows.Where(one => one.State == (ClaimState)request.State);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } after)
        {
            var last = Guid.Parse(after[0], CultureInfo.InvariantCulture);
            rows = rows.Where(one => one.Id < last);
        }

        var page = await rows.OrderByDescending(one => one.Id).Take(size + 1).ToListAsync(cancellationToken);
        var response = new Wire.ListClaimsResponse();
        response.Claims.AddRange(page.Take(size).Select(one => ClaimMessages.Of(one, Etag.Of(one))));
        if (page.Count > size)
        {
            response.NextPageToken = PageToken.Make(request, page[size - 1].Id.ToString());
        }

        return response;
    }
}
