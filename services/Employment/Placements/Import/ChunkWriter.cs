using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment.Data;
using AnSinh.Employment.Employers;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.Employment.Placements.Import;

/// <summary>Writes a plan inside the current transaction: records and events.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
public sealed class ChunkWriter(EmploymentDb db, AreaDirectory areas)
{
    /// <summary>Writes.</summary>
    /// <param name="plan">What to write.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task WriteAsync(ChunkPlan plan, CancellationToken cancellationToken)
    {
        var events = new List<OutboxRow>(plan.Workers.Count + plan.Employers.Count + plan.Placements.Count);
        foreach (var worker in plan.Workers)
        {
            events.Add(db.Draft(WorkerRegistry.Registered(worker), worker.Id, worker.AreaOn, worker.AreaCode));
        }

        foreach (var employer in plan.Employers)
        {
            events.Add(db.Draft(EmployerRegistry.Registered(employer), employer.Id, employer.AreaOn, employer.AreaCode));
        }

        foreach (var (placement, person) in plan.Placements)
        {
            Tell(placement, person, events);
        }

        await BulkInsert.InsertAsync(db, plan.Workers, cancellationToken);
        await BulkInsert.InsertAsync(db, plan.Employers, cancellationToken);
        await BulkInsert.InsertAsync(db, [.. plan.Placements.Select(one => one.Placement)], cancellationToken);
        await BulkInsert.InsertAsync(db, events, cancellationToken);
    }

    void Tell(Placement placement, PersonOfPlacement person, List<OutboxRow> events)
    {
        placement.Version = 1;
        var content = PlacementEvents.Content(placement, person.PersonKey, person.Sex, person.Birth);
        var recorded = db.Draft(new PlacementRecorded { Placement = content }, placement.Id, placement.StartDate, placement.AreaCode);
        placement.BookedBy = recorded.EventId;
        events.Add(recorded);
        if (placement.ReturnDate is { } day)
        {
            var told = db.Draft(
                PlacementEvents.Returned(placement, person.PersonKey),
                placement.Id, day, CommuneOnDay.Of(areas, placement.AreaCode, placement.StartDate, day), recorded.EventId);
            placement.ReturnToldBy = told.EventId;
            events.Add(told);
        }
    }
}
