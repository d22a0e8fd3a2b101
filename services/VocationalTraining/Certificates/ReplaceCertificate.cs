using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Enrolments;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Certificates;

/// <summary>Issues another certificate in place of a lost or wrong one (cấp lại).</summary>
/// <param name="book">Finds certificates.</param>
/// <param name="time">Clock.</param>
public sealed class ReplaceCertificate(CertificateBook book, TimeProvider time)
{
    /// <summary>Replaces.</summary>
    /// <returns>The new certificate.</returns>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; NOT_FOUND <c>certificate.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>; FAILED_PRECONDITION <c>certificate.revoked</c>, <c>certificate.replaced</c>; ALREADY_EXISTS
    /// <c>certificate.number_taken</c>; ABORTED <c>etag.mismatch</c>.</exception>
    public async Task<Certificate> RunAsync(Wire.ReplaceCertificateRequest request, CancellationToken cancellationToken)
    {
        var former = await book.FindAsync(request.Name, cancellationToken);
        CertificateBook.RequireInForce(former);
        Etag.Check(former, request.Etag, "etag");
        var sent = request.Replacement ?? new Wire.Certificate();
        var issued = CertificateRules.Require(sent, "replacement.", former.IssuedOn, VietnamDay.Today(time));
        var reason = EnrolmentBook.RequireReason(request.Reason);
        await book.RequireFreeAsync(sent.Number, former.Level, issued.Year, cancellationToken);
        former.State = CertificateState.Replaced;
        former.EndedOn = issued;
        former.EndedBecause = reason;
        return book.Enter(sent, issued, new CertificateGrounds(
            former.EnrolmentId, former.Level, former.OccupationName, former.InstitutionName, former.AreaCode, former.IssuedOn, former.BookedBy, Replaces: former.Id));
    }
}
