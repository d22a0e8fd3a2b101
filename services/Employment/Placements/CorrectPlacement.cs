using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment.Data;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Placements;

/// <summary>
/// Corrects a placement: the content sent replaces what was recorded, an absent employer included; an empty worker stays who it was. The
/// natural key stays too, so that the file with the old content still meets its record.
/// </summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds records.</param>
/// <param name="rules">What a placement must look like.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="time">Clock.</param>
public sealed class CorrectPlacement(EmploymentDb db, PlacementBook book, PlacementRules rules, RecordScope scope, TimeProvider time)
{
    /// <summary>Corrects.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; NOT_FOUND <c>placement.not_found</c>, <c>worker.not_found</c>,
    /// <c>employer.not_found</c>; PERMISSION_DENIED <c>area.out_of_scope</c> for the old or the new commune; FAILED_PRECONDITION
    /// <c>placement.voided</c>, <c>placement.already_returned</c>; ALREADY_EXISTS <c>placement.duplicate</c>; ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<Placement> RunAsync(Wire.CorrectPlacementRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Placement ?? new Wire.Placement();
        var placement = await book.FindAsync(sent.Name, "placement.name", cancellationToken);
        PlacementBook.RequireInForce(placement);
        Etag.Check(placement, sent.Etag, "placement.etag");
        var reason = PlacementBook.RequireReason(request.Reason);
        var found = new List<Violation>();
        var draft = rules.Check(sent, "placement", VietnamDay.Today(time), found);
        if (draft is null)
        {
            throw Refusal.Invalid(found);
        }

        scope.Require(draft.AreaCode, draft.StartDate);
        CheckReturn(placement, draft);
        var worker = sent.Worker.Length > 0
            ? await book.FindWorkerAsync(sent.Worker, "placement.worker", cancellationToken)
            : await db.Workers.SingleAsync(one => one.Id == placement.WorkerId, cancellationToken);
        if (!AgeRules.Check(worker.Birth, draft.StartDate, "placement", found))
        {
            throw Refusal.Invalid(found);
        }

        var employer = await book.FindEmployerAsync(sent.Employer, "placement.employer", cancellationToken);
        await book.RequireNewAsync(worker.Id, draft, employer?.Id, placement.Id, cancellationToken);
        Book(placement, draft, worker, employer?.Id, reason);
        return placement;
    }

    /// <summary>The return has an rpc and an event of its own; a correction neither makes nor moves nor contradicts one.</summary>
    static void CheckReturn(Placement placement, PlacementDraft draft)
    {
        if (draft.ReturnDate is not null && draft.ReturnDate != placement.ReturnDate)
        {
            throw Refusal.Invalid(
                "placement.overseas.return_date", "placement.return_not_correctable", "Ngày về nước được ghi bằng RecordReturn, không ghi bằng đính chính.");
        }

        if (placement.ReturnDate is { } returned && (draft.Channel != PlacementChannel.OverseasContract || draft.StartDate > returned))
        {
            throw Refusal.Precondition(
                "placement.already_returned", $"Người lao động đã về nước ngày {VietnamDay.Text(returned)}: không thể đổi kênh hoặc ghi ngày xuất cảnh sau ngày đó.");
        }
    }

    void Book(Placement placement, PlacementDraft draft, Worker worker, Guid? employerId, string reason)
    {
        placement.Take(draft, worker.Id, employerId, time.GetUtcNow());
        placement.BookedBy = db.Emit(
            new PlacementCorrected
            {
                Replaces = placement.BookedBy,
                Placement = PlacementEvents.Content(placement, worker),
                Reason = reason,
            },
            placement.Id, placement.StartDate, placement.AreaCode, placement.BookedBy);
    }
}
