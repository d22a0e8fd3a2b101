using AnSinh.Contracts.Events.Training.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Institutions;

/// <summary>Closes an institution or merges it into another (giải thể, sáp nhập).</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds institutions.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="time">Clock.</param>
public sealed class CloseInstitution(TrainingDb db, InstitutionBook book, AreaDirectory areas, TimeProvider time)
{
    /// <summary>Closes.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; NOT_FOUND <c>institution.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>; FAILED_PRECONDITION <c>institution.closed</c>, <c>institution.successor_not_open</c>; ABORTED
    /// <c>etag.mismatch</c>.</exception>
    public async Task<Institution> RunAsync(Wire.CloseInstitutionRequest request, CancellationToken cancellationToken)
    {
        var institution = await book.FindAsync(request.Name, "name", cancellationToken);
        if (institution.ClosedOn is { } already)
        {
            throw Refusal.Precondition("institution.closed", $"Cơ sở đã ngừng hoạt động từ sau ngày {VietnamDay.Text(already)}.");
        }

        Etag.Check(institution, request.Etag, "etag");
        var today = VietnamDay.Today(time);
        var day = WireDate.ToDay(request.ClosedOn, "closed_on");
        if (day is not { } last || last > today || last < institution.OpenedOn)
        {
            throw Refusal.Invalid(
                "closed_on", "institution.closed_on_out_of_range",
                $"Phải ghi ngày hoạt động cuối cùng, từ {VietnamDay.Text(institution.OpenedOn)} đến {VietnamDay.Text(today)}.");
        }

        institution.MergedInto = await SuccessorAsync(request, institution, last, cancellationToken);
        institution.ClosedOn = last;
        institution.UpdatedAt = time.GetUtcNow();

        // It still counts on its last day, so figures lose it on the day after.
        var gone = last.AddDays(1);
        db.Emit(
            new InstitutionClosed
            {
                Kind = InstitutionMessages.KindName(institution.Kind),
                Ownership = InstitutionMessages.OwnershipName(institution.Ownership),
                MergedInto = institution.MergedInto,
            },
            institution.Id, gone, CommuneOnDay.Of(areas, institution.AreaCode, institution.OpenedOn, gone), institution.BookedBy);
        return institution;
    }

    async Task<Guid?> SuccessorAsync(Wire.CloseInstitutionRequest request, Institution institution, DateOnly last, CancellationToken cancellationToken)
    {
        if (request.MergedInto.Length == 0)
        {
            return null;
        }

        var successor = await book.FindAnywhereAsync(request.MergedInto, "merged_into", cancellationToken);
        if (successor.Id == institution.Id)
        {
            throw Refusal.Invalid("merged_into", "institution.merged_into_itself", "Cơ sở không thể sáp nhập vào chính nó.");
        }

        return successor.WorkedOn(last) && successor.ClosedOn is null ? successor.Id : throw Refusal.Precondition(
            "institution.successor_not_open", $"Cơ sở nhận sáp nhập không hoạt động vào ngày {VietnamDay.Text(last)}.");
    }
}
