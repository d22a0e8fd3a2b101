using AnSinh.Employment.Data;
using AnSinh.Employment.Employers;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Employment.Placements;

/// <summary>What the use cases of placements have in common: finding the record, its worker and employer, duplicates, telling of a return.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="areas">The administrative units.</param>
public sealed class PlacementBook(EmploymentDb db, RecordScope scope, AreaDirectory areas)
{
    const int LongestReason = 500;

    /// <summary>Finds the placement that a request names, in the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>placement.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>.</exception>
    public async Task<Placement> FindAsync(string name, string field, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(PlacementMessages.Collection, name, field);
        var placement = await db.Placements.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("placement.not_found", "Không có lượt giải quyết việc làm này.");
        scope.Require(placement.AreaCode, placement.StartDate);
        return placement;
    }

    /// <summary>Finds the worker that a request names.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>worker.not_found</c>.</exception>
    public async Task<Worker> FindWorkerAsync(string name, string field, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(WorkerMessages.Collection, name, field);
        return await db.Workers.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("worker.not_found", "Không có người lao động này.");
    }

    /// <summary>Finds the employer that a request names; null for an empty name.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>employer.not_found</c>.</exception>
    public async Task<Employer?> FindEmployerAsync(string name, string field, CancellationToken cancellationToken)
    {
        if (name.Length == 0)
        {
            return null;
        }

        var id = ResourceName.Parse(EmployerGrpc.Collection, name, field);
        return await db.Employers.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("employer.not_found", "Không có người sử dụng lao động này.");
    }

    /// <summary>Refuses what another placement in force says already: same worker, first day, way and employer.</summary>
    /// <param name="workerId">Worker.</param>
    /// <param name="draft">Content.</param>
    /// <param name="employerId">Employer.</param>
    /// <param name="except">Placement that is being corrected; empty for a new one.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <exception cref="Refusal">ALREADY_EXISTS <c>placement.duplicate</c> with the other one's name.</exception>
    public async Task RequireNewAsync(Guid workerId, PlacementDraft draft, Guid? employerId, Guid except, CancellationToken cancellationToken)
    {
        var twin = await db.Placements.AsNoTracking().Where(one =>
                one.WorkerId == workerId && one.StartDate == draft.StartDate && one.Channel == draft.Channel && one.EmployerId == employerId
                && one.State == PlacementState.Recorded && one.Id != except)
            .Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellationToken);
        if (twin is { } id)
        {
            throw Duplicate(id);
        }
    }

    /// <summary>Tells of a return, where the commune lies on that day; remembers the event.</summary>
    public void TellReturn(Placement placement, string personKey)
    {
        var day = placement.ReturnDate!.Value;
        placement.ReturnToldBy = db.Emit(
            PlacementEvents.Returned(placement, personKey),
            placement.Id, day, CommuneOnDay.Of(areas, placement.AreaCode, placement.StartDate, day), placement.BookedBy);
    }

    /// <summary>The refusal of a second record of the same placement.</summary>
    public static Refusal Duplicate(Guid existing)
    {
        var name = ResourceName.Format(PlacementMessages.Collection, existing);
        return new Refusal(RefusalKind.AlreadyExists, "placement.duplicate", $"Lượt giải quyết việc làm này đã được ghi: {name}.")
        {
            Metadata = new Dictionary<string, string> { ["placement"] = name },
        };
    }

    /// <summary>Refuses a change to a voided placement.</summary>
    public static void RequireInForce(Placement placement)
    {
        if (placement.State == PlacementState.Voided)
        {
            throw Refusal.Precondition("placement.voided", "Lượt giải quyết việc làm này đã bị hủy, không thể thay đổi nữa.");
        }
    }

    /// <summary>The reason, tidy.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>reason.invalid</c>.</exception>
    public static string RequireReason(string reason) => reason.Trim() is { Length: > 0 and <= LongestReason } tidy
        ? tidy
        : throw Refusal.Invalid("reason", "reason.invalid", $"Phải ghi lý do, từ 1 đến {LongestReason} ký tự.");
}
