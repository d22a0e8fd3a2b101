using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using AnSinh.VocationalTraining.Programmes;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.VocationalTraining.Certificates;

/// <summary>What the use cases of certificates have in common.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="scope">The caller's areas.</param>
public sealed class CertificateBook(TrainingDb db, RecordScope scope)
{
    /// <summary>Finds the certificate that a request names, in the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>certificate.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>.</exception>
    public async Task<Certificate> FindAsync(string name, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(CertificateMessages.Collection, name, "name");
        var certificate = await db.Certificates.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("certificate.not_found", "Không có văn bằng, chứng chỉ này.");
        scope.Require(certificate.AreaCode, certificate.IssuedOn);
        return certificate;
    }

    /// <summary>Refuses a number that the register holds for the level and year already, in force or not.</summary>
    /// <exception cref="Refusal">ALREADY_EXISTS <c>certificate.number_taken</c>.</exception>
    public async Task RequireFreeAsync(string number, TrainingLevel level, int year, CancellationToken cancellationToken)
    {
        if (await db.Certificates.AnyAsync(one => one.Number == number && one.Level == level && one.Year == year, cancellationToken))
        {
            throw Refusal.AlreadyExists("certificate.number_taken", $"Số hiệu {number} đã được cấp ở trình độ này trong năm {year}; mỗi số hiệu chỉ cấp một lần.");
        }
    }

    /// <summary>Refuses a change to a certificate that is no longer in force.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>certificate.revoked</c>, <c>certificate.replaced</c>.</exception>
    public static void RequireInForce(Certificate certificate)
    {
        switch (certificate.State)
        {
            case CertificateState.Revoked:
                throw Refusal.Precondition("certificate.revoked", $"Văn bằng, chứng chỉ đã bị thu hồi ngày {VietnamDay.Text(certificate.EndedOn!.Value)}.");
            case CertificateState.Replaced:
                throw Refusal.Precondition("certificate.replaced", $"Văn bằng, chứng chỉ đã được cấp lại số khác ngày {VietnamDay.Text(certificate.EndedOn!.Value)}.");
            default:
                break;
        }
    }
}
