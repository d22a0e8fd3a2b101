using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Placements;

/// <summary>Voids a placement that should never have been recorded. Its return, where one was told, is taken back with it.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds records.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="time">Clock.</param>
public sealed class VoidPlacement(EmploymentDb db, PlacementBook book, AreaDirectory areas, TimeProvider time)
{
    /// <summary>Voids.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; NOT_FOUND <c>placement.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>; FAILED_PRECONDITION <c>placement.voided</c>; ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<Placement> RunAsync(Wire.VoidPlacementRequest request, CancellationToken cancellationToken)
    {
        var placement = await book.FindAsync(request.Name, "name", cancellationToken);
        PlacementBook.RequireInForce(placement);
        Etag.Check(placement, request.Etag, "etag");
        var reason = PlacementBook.RequireReason(request.Reason);
        placement.State = PlacementState.Voided;
        placement.UpdatedAt = time.GetUtcNow();
        db.Emit(
            new PlacementVoided { Replaces = placement.BookedBy, Reason = reason },
            placement.Id, placement.StartDate, placement.AreaCode, placement.BookedBy);
        if (placement is { ReturnToldBy: { } told, ReturnDate: { } day })
        {
            db.Emit(
                new PlacementVoided { Replaces = told, Reason = reason },
                placement.Id, day, CommuneOnDay.Of(areas, placement.AreaCode, placement.StartDate, day), told);
        }

        return placement;
    }
}
