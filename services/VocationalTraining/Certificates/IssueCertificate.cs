using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using AnSinh.VocationalTraining.Enrolments;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Certificates;

/// <summary>Issues the certificate of a completed enrolment (cấp văn bằng, chứng chỉ).</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds certificates.</param>
/// <param name="enrolments">Finds enrolments.</param>
/// <param name="time">Clock.</param>
public sealed class IssueCertificate(TrainingDb db, CertificateBook book, EnrolmentBook enrolments, TimeProvider time)
{
    /// <summary>Issues.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; NOT_FOUND <c>enrolment.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>; FAILED_PRECONDITION <c>enrolment.not_completed</c>; ALREADY_EXISTS <c>certificate.number_taken</c>,
    /// <c>certificate.already_issued</c>.</exception>
    public async Task<Certificate> RunAsync(Wire.IssueCertificateRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Certificate ?? new Wire.Certificate();
        var enrolment = await enrolments.FindAsync(sent.Enrolment, "certificate.enrolment", cancellationToken);
        if (enrolment is not { State: EnrolmentState.Completed, EndedOn: { } completed })
        {
            throw Refusal.Precondition("enrolment.not_completed", "Chỉ người học đã tốt nghiệp mới được cấp văn bằng, chứng chỉ.");
        }

        var issued = CertificateRules.Require(sent, "certificate.", completed, VietnamDay.Today(time));
        if (await db.Certificates.AnyAsync(one => one.EnrolmentId == enrolment.Id && one.State == CertificateState.InForce, cancellationToken))
        {
            throw Refusal.AlreadyExists("certificate.already_issued", "Lượt học này đã có văn bằng, chứng chỉ đang có hiệu lực; hãy cấp lại thay vì cấp mới.");
        }

        await book.RequireFreeAsync(sent.Number, enrolment.Level, issued.Year, cancellationToken);
        var programme = await db.Programmes.SingleAsync(one => one.Id == enrolment.ProgrammeId, cancellationToken);
        var institution = await db.Institutions.SingleAsync(one => one.Id == enrolment.InstitutionId, cancellationToken);
        return book.Enter(sent, issued, new CertificateGrounds(
            enrolment.Id, enrolment.Level, programme.OccupationName, institution.DisplayName, enrolment.AreaCode, enrolment.EnrolledOn, enrolment.EndToldBy, Replaces: null));
    }
}
