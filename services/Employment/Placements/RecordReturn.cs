using AnSinh.Employment.Data;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Placements;

/// <summary>Records that a worker abroad has come home (về nước).</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds records.</param>
/// <param name="time">Clock.</param>
public sealed class RecordReturn(EmploymentDb db, PlacementBook book, TimeProvider time)
{
    /// <summary>Records.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; NOT_FOUND <c>placement.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>; FAILED_PRECONDITION <c>placement.voided</c>, <c>placement.not_overseas</c>,
    /// <c>placement.already_returned</c>; ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<Placement> RunAsync(Wire.RecordReturnRequest request, CancellationToken cancellationToken)
    {
        var placement = await book.FindAsync(request.Name, "name", cancellationToken);
        PlacementBook.RequireInForce(placement);
        if (placement.Channel != PlacementChannel.OverseasContract)
        {
            throw Refusal.Precondition("placement.not_overseas", "Chỉ người đi làm việc ở nước ngoài theo hợp đồng mới có ngày về nước.");
        }

        if (placement.ReturnDate is { } already)
        {
            throw Refusal.Precondition("placement.already_returned", $"Ngày về nước đã được ghi: {VietnamDay.Text(already)}.");
        }

        Etag.Check(placement, request.Etag, "etag");
        var found = new List<Violation>();
        if (WireDate.ToDay(request.ReturnDate, "return_date", found) is { } day)
        {
            PlacementRules.CheckReturn(day, placement.StartDate, VietnamDay.Today(time), "return_date", found);
            placement.ReturnDate = day;
        }
        else if (found.Count == 0)
        {
            found.Add(new Violation("return_date", "placement.return_date_required", "Phải ghi ngày về nước."));
        }

        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        placement.UpdatedAt = time.GetUtcNow();
        var personKey = await db.Workers.Where(worker => worker.Id == placement.WorkerId).Select(worker => worker.PersonKey).SingleAsync(cancellationToken);
        book.TellReturn(placement, personKey);
        return placement;
    }
}
