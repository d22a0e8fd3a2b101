using System.Text;
using AnSinh.Contracts.Events;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment.Data;
using AnSinh.ServiceKit.Persistence;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Placements;

/// <summary>What happened to a placement, from its events: those in the log, and those that wait for their number.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds records.</param>
public sealed class PlacementHistory(EmploymentDb db, PlacementBook book)
{
    /// <summary>Lists the history, oldest first.</summary>
    /// <exception cref="AnSinh.ServiceKit.Errors.Refusal">NOT_FOUND <c>placement.not_found</c>; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListPlacementHistoryResponse> RunAsync(Wire.ListPlacementHistoryRequest request, CancellationToken cancellationToken)
    {
        var placement = await book.FindAsync(request.Name, "name", cancellationToken);

        // The outbox first: an event that moves to the log between the two reads is then seen twice rather than never.
        var waiting = await db.Outbox.AsNoTracking().Where(row => row.Subject == placement.Id).ToListAsync(cancellationToken);
        var logged = await db.EventLog.AsNoTracking().Where(row => row.Subject == placement.Id).ToListAsync(cancellationToken);
        var response = new Wire.ListPlacementHistoryResponse();
        response.Entries.AddRange(waiting.Concat<EventRow>(logged).DistinctBy(row => row.EventId).OrderBy(row => row.EventId).Select(ToEntry));
        return response;
    }

    static Wire.PlacementHistoryEntry ToEntry(EventRow row) => new()
    {
        EventId = row.EventId.ToString(),
        EventType = row.Type,
        RecordedAt = Timestamp.FromDateTimeOffset(row.RecordedAt),
        Actor = row.Actor,
        Reason = EventTypes.Read(row.Type, Encoding.UTF8.GetBytes(row.Data)) switch
        {
            PlacementCorrected corrected => corrected.Reason,
            PlacementVoided voided => voided.Reason,
            _ => "",
        },
    };
}
