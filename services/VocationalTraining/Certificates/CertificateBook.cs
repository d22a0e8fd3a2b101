using AnSinh.Contracts.Events.Training.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using AnSinh.VocationalTraining.Programmes;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Certificates;

/// <summary>What a new certificate certifies: said by the enrolment, or by the certificate in whose place it comes.</summary>
/// <param name="EnrolmentId">Enrolment that it completes.</param>
/// <param name="Level">Level.</param>
/// <param name="OccupationName">Name of the occupation.</param>
/// <param name="InstitutionName">Name of the institution.</param>
/// <param name="AreaCode">Commune that figures count it in, as it was on <paramref name="AreaOn"/>.</param>
/// <param name="AreaOn">A day on which the commune bore that code.</param>
/// <param name="Cause">Event that led to it.</param>
/// <param name="Replaces">Certificate that it replaces; null for a first one.</param>
public sealed record CertificateGrounds(
    Guid EnrolmentId, TrainingLevel Level, string OccupationName, string InstitutionName, string AreaCode, DateOnly AreaOn, Guid? Cause, Guid? Replaces);

/// <summary>What the use cases of certificates have in common: finding one, entering a new one.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="time">Clock.</param>
public sealed class CertificateBook(TrainingDb db, RecordScope scope, AreaDirectory areas, TimeProvider time)
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

    /// <summary>Enters a new certificate into the register and tells of it.</summary>
    /// <param name="sent">Number, book number and decision, checked.</param>
    /// <param name="issued">Day of issue.</param>
    /// <param name="grounds">What it certifies.</param>
    public Certificate Enter(Wire.Certificate sent, DateOnly issued, CertificateGrounds grounds)
    {
        var certificate = new Certificate
        {
            Id = TimeOrderedId.Next(time),
            EnrolmentId = grounds.EnrolmentId,
            Number = sent.Number,
            BookNumber = sent.BookNumber.Trim(),
            Level = grounds.Level,
            Year = issued.Year,
            IssuedOn = issued,
            Decision = sent.Decision.Trim(),
            OccupationName = grounds.OccupationName,
            InstitutionName = grounds.InstitutionName,
            AreaCode = CommuneOnDay.Of(areas, grounds.AreaCode, grounds.AreaOn, issued),
            State = CertificateState.InForce,
            Replaces = grounds.Replaces,
            CreatedAt = time.GetUtcNow(),
        };
        certificate.BookedBy = db.Emit(
            new CertificateIssued { Level = ProgrammeMessages.LevelName(certificate.Level), Replacement = grounds.Replaces is not null },
            certificate.Id, issued, certificate.AreaCode, grounds.Cause);
        db.Add(certificate);
        return certificate;
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
