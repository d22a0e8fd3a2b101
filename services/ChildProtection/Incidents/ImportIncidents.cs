using AnSinh.ChildProtection.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Incidents;

/// <summary>A row of an import, checked.</summary>
/// <param name="Line">Line in the sender's file.</param>
/// <param name="Violations">Why it is refused.</param>
/// <param name="Draft">Content; null when refused.</param>
/// <param name="Key">Natural key; empty when refused.</param>
sealed record IncidentRow(long Line, IReadOnlyList<Violation> Violations, IncidentDraft? Draft, byte[] Key) : ICheckedRow;

/// <summary>What a chunk of rows will change.</summary>
sealed class IncidentPlan : IChunkPlan
{
    /// <inheritdoc/>
    public ChunkResults Results { get; } = new();

    /// <summary>New incidents.</summary>
    public List<Incident> Added { get; } = [];
}

/// <summary>Imports incidents.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="rules">What an incident must look like.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">Clock.</param>
sealed class ImportIncidents(ChildDb db, IncidentRules rules, AreaDirectory areas, CallerAccessor caller, TimeProvider time)
    : IImportSteps<Wire.IncidentRow, IncidentRow, IncidentPlan>
{
    readonly FileSequence file = new();

    /// <inheritdoc/>
    public IncidentRow Check(Wire.IncidentRow sent)
    {
        var found = new List<Violation>();
        var draft = rules.Check(sent.Incident ?? new Wire.Incident(), VietnamDay.Today(time), found);
        if (draft is not null && !caller.Current.Areas.Covers(areas, draft.AreaCode, draft.HappenedOn))
        {
            found.Add(new Violation("incident.area_code", "area.out_of_scope", AreaScope.OutOfScope(draft.AreaCode).Message));
        }

        if (draft is null || found.Count > 0)
        {
            return new IncidentRow(sent.Line, found, null, []);
        }

        var key = IncidentKey.Of(draft, 0);
        if (!IncidentKey.IsNumbered(draft))
        {
            key = IncidentKey.Of(draft, file.NextOrdinal(key));
        }
        else if (file.FirstLine(key, sent.Line) is { } first)
        {
            found.Add(new Violation("incident.reference", "incident.duplicate_in_file", $"Trùng với dòng {first} của tệp."));
        }

        return new IncidentRow(sent.Line, found, draft, key);
    }

    /// <inheritdoc/>
    public async Task<IncidentPlan> PlanAsync(IReadOnlyList<IncidentRow> rows, CancellationToken cancellationToken)
    {
        var keys = rows.Where(row => row.Violations.Count == 0).Select(row => row.Key).ToList();
        var known = await db.Incidents.KnownIdsAsync(keys, cancellationToken);
        var plan = new IncidentPlan();
        foreach (var row in rows)
        {
            if (row.Violations.Count > 0)
            {
                plan.Results.Refuse(row.Line, row.Violations);
            }
            else if (known.TryGetValue(row.Key, out var met))
            {
                plan.Results.Present(row.Line, ResourceName.Format(IncidentMessages.Collection, met));
            }
            else
            {
                var incident = Incident.Of(row.Draft!, TimeOrderedId.Next(time), row.Key, time.GetUtcNow());
                incident.Version = 1;
                plan.Added.Add(incident);
                plan.Results.Recorded(row.Line, ResourceName.Format(IncidentMessages.Collection, incident.Id));
            }
        }

        return plan;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(IncidentPlan plan, CancellationToken cancellationToken)
    {
        var events = new List<OutboxRow>(plan.Added.Count);
        foreach (var incident in plan.Added)
        {
            var told = db.Draft(IncidentEvents.Recorded(incident), incident.Id, incident.HappenedOn, incident.AreaCode);
            incident.BookedBy = told.EventId;
            events.Add(told);
        }

        await BulkInsert.InsertAsync(db, plan.Added, cancellationToken);
        await BulkInsert.InsertAsync(db, events, cancellationToken);
    }
}
