using AnSinh.Contracts.Events.Training.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.VocationalTraining.Certificates;
using AnSinh.VocationalTraining.Data;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Enrolments;

/// <summary>Voids an enrolment that should never have been recorded; its dropout or completion is taken back with it.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds records.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="time">Clock.</param>
public sealed class VoidEnrolment(TrainingDb db, EnrolmentBook book, AreaDirectory areas, TimeProvider time)
{
    /// <summary>Voids.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>reason.invalid</c>; NOT_FOUND <c>enrolment.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>; FAILED_PRECONDITION <c>enrolment.voided</c>, <c>enrolment.certificate_in_force</c>; ABORTED
    /// <c>etag.mismatch</c>.</exception>
    public async Task<Enrolment> RunAsync(Wire.VoidEnrolmentRequest request, CancellationToken cancellationToken)
    {
        var enrolment = await book.FindAsync(request.Name, "name", cancellationToken);
        EnrolmentBook.RequireInForce(enrolment);
        Etag.Check(enrolment, request.Etag, "etag");
        var reason = EnrolmentBook.RequireReason(request.Reason);
        if (await db.Certificates.AnyAsync(one => one.EnrolmentId == enrolment.Id && one.State == CertificateState.InForce, cancellationToken))
        {
            throw Refusal.Precondition("enrolment.certificate_in_force", "Văn bằng, chứng chỉ của lượt học này đang có hiệu lực; phải thu hồi trước khi hủy.");
        }

        enrolment.State = EnrolmentState.Voided;
        enrolment.VoidedBecause = reason;
        enrolment.UpdatedAt = time.GetUtcNow();
        db.Emit(new EnrolmentVoided { Replaces = enrolment.BookedBy }, enrolment.Id, enrolment.EnrolledOn, enrolment.AreaCode, enrolment.BookedBy);
        if (enrolment is { EndToldBy: { } told, EndedOn: { } day })
        {
            db.Emit(
                new EnrolmentVoided { Replaces = told }, enrolment.Id, day,
                CommuneOnDay.Of(areas, enrolment.AreaCode, enrolment.EnrolledOn, day), told);
        }

        return enrolment;
    }
}
