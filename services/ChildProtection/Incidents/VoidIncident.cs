using AnSinh.ChildProtection.Data;
using AnSinh.Contracts.Events.Child.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Incidents;

/// <summary>Voids an incident that should not have been recorded.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="time">Clock.</param>
sealed class VoidIncident(ChildDb db, RecordScope scope, TimeProvider time)
{
    const int LongestReason = 500;

    /// <summary>Finds an incident in the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>incident.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>.</exception>
    public async Task<Incident> FindAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(IncidentMessages.Collection, name, "name");
        var incident = await db.Incidents.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("incident.not_found", "Không có vụ việc này.");
        scope.Require(incident.AreaCode, incident.HappenedOn);
        return incident;
    }

    /// <summary>Voids.</summary>
    /// <exception cref="Refusal">As <see cref="FindAsync"/>; FAILED_PRECONDITION <c>incident.voided</c>; ABORTED <c>etag.mismatch</c>;
    /// INVALID_ARGUMENT <c>reason.invalid</c>.</exception>
    public async Task<Incident> RunAsync(Wire.VoidIncidentRequest request, CancellationToken cancellationToken)
    {
        var incident = await FindAsync(request.Name, cancellationToken);
        if (incident.State == IncidentState.Voided)
        {
            throw Refusal.Precondition("incident.voided", "Vụ việc này đã bị hủy, không thể thay đổi nữa.");
        }

        Etag.Check(incident, request.Etag, "etag");
        if (request.Reason.Trim().Length is 0 or > LongestReason)
        {
            throw Refusal.Invalid("reason", "reason.invalid", $"Phải ghi lý do, từ 1 đến {LongestReason} ký tự.");
        }

        incident.VoidedBecause = request.Reason.Trim();
        incident.State = IncidentState.Voided;
        incident.UpdatedAt = time.GetUtcNow();
        db.Emit(new IncidentVoided { Replaces = incident.BookedBy }, incident.Id, incident.HappenedOn, incident.AreaCode, incident.BookedBy);
        return incident;
    }
}
