using AnSinh.ChildProtection.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Incidents;

/// <summary>Records an incident.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="rules">What an incident must look like.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="time">Clock.</param>
sealed class RecordIncident(ChildDb db, IncidentRules rules, RecordScope scope, TimeProvider time)
{
    /// <summary>Records.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; PERMISSION_DENIED <c>area.out_of_scope</c>; ALREADY_EXISTS
    /// <c>incident.duplicate</c>.</exception>
    public async Task<Incident> RunAsync(Wire.RecordIncidentRequest request, CancellationToken cancellationToken)
    {
        var found = new List<Violation>();
        var draft = rules.Check(request.Incident ?? new Wire.Incident(), VietnamDay.Today(time), found) ?? throw Refusal.Invalid(found);
        scope.Require(draft.AreaCode, draft.HappenedOn);
        var incident = Incident.Of(draft, TimeOrderedId.Next(time), await FreeKeyAsync(draft, cancellationToken), time.GetUtcNow());
        incident.BookedBy = db.Emit(IncidentEvents.Recorded(incident), incident.Id, incident.HappenedOn, incident.AreaCode);
        db.Add(incident);
        return incident;
    }

    /// <summary>The first key that no incident has; a numbered report has one key only.</summary>
    async Task<byte[]> FreeKeyAsync(IncidentDraft draft, CancellationToken cancellationToken)
    {
        for (var ordinal = 0; ; ordinal++)
        {
            var key = IncidentKey.Of(draft, ordinal);
            var known = await db.Incidents.AsNoTracking().Where(one => one.NaturalKey == key)
                .Select(one => (Guid?)one.Id).SingleOrDefaultAsync(cancellationToken);
            if (known is not { } holder)
            {
                return key;
            }

            if (IncidentKey.IsNumbered(draft))
            {
                var name = ResourceName.Format(IncidentMessages.Collection, holder);
                throw new Refusal(RefusalKind.AlreadyExists, "incident.duplicate", $"Vụ việc theo báo cáo này đã được ghi: {name}.")
                {
                    Metadata = new Dictionary<string, string> { ["incident"] = name },
                };
            }
        }
    }
}
