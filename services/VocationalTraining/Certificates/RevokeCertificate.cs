using AnSinh.Contracts.Events.Training.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using AnSinh.VocationalTraining.Enrolments;
using AnSinh.VocationalTraining.Programmes;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Certificates;

/// <summary>Revokes a certificate (thu hồi văn bằng, chứng chỉ).</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Finds certificates.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="time">Clock.</param>
public sealed class RevokeCertificate(TrainingDb db, CertificateBook book, AreaDirectory areas, TimeProvider time)
{
    /// <summary>Revokes.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; NOT_FOUND <c>certificate.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>; FAILED_PRECONDITION <c>certificate.revoked</c>, <c>certificate.replaced</c>; ABORTED
    /// <c>etag.mismatch</c>.</exception>
    public async Task<Certificate> RunAsync(Wire.RevokeCertificateRequest request, CancellationToken cancellationToken)
    {
        var certificate = await book.FindAsync(request.Name, cancellationToken);
        CertificateBook.RequireInForce(certificate);
        Etag.Check(certificate, request.Etag, "etag");
        var found = new List<Violation>();
        var day = WireDate.ToDay(request.RevokedOn, "revoked_on", found);
        EnrolmentRules.CheckLater(day, certificate.IssuedOn, VietnamDay.Today(time), "revoked_on", "certificate.revoked_on_out_of_range", found);
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        certificate.EndedBecause = EnrolmentBook.RequireReason(request.Reason);
        certificate.EndedOn = day;
        certificate.State = CertificateState.Revoked;
        db.Emit(
            new CertificateRevoked { Level = ProgrammeMessages.LevelName(certificate.Level) },
            certificate.Id, day!.Value, CommuneOnDay.Of(areas, certificate.AreaCode, certificate.IssuedOn, day.Value), certificate.BookedBy);
        return certificate;
    }
}
