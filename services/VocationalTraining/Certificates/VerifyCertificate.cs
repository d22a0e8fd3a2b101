using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using AnSinh.VocationalTraining.Programmes;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Certificates;

/// <summary>Tells whoever holds a paper what the register says about its number; reads no person.</summary>
/// <param name="db">The scope's database.</param>
public sealed class VerifyCertificate(TrainingDb db)
{
    const int Most = 20;

    /// <summary>Verifies.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>certificate.number_malformed</c>; NOT_FOUND <c>certificate.not_found</c>.</exception>
    public async Task<Wire.VerifyCertificateResponse> RunAsync(Wire.VerifyCertificateRequest request, CancellationToken cancellationToken)
    {
        if (!CertificateRules.IsNumber(request.Number))
        {
            throw Refusal.Invalid(CertificateRules.Malformed("number"));
        }

        var rows = db.Certificates.AsNoTracking().Where(one => one.Number == request.Number);
        if (request.Level != Wire.TrainingLevel.Unspecified)
        {
            rows = rows.Where(one => one.Level == (TrainingLevel)request.Level);
        }

        if (request.Year != 0)
        {
            rows = rows.Where(one => one.Year == request.Year);
        }

        var found = await rows.OrderByDescending(one => one.IssuedOn).ThenBy(one => one.Id).Take(Most)
            .Select(one => new { one.Number, one.State, one.Level, one.OccupationName, one.IssuedOn, one.InstitutionName }).ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            throw Refusal.NotFound("certificate.not_found", "Không có văn bằng, chứng chỉ nào mang số hiệu này trong sổ gốc.");
        }

        var response = new Wire.VerifyCertificateResponse();
        response.Certificates.AddRange(found.Select(one => new Wire.VerifiedCertificate
        {
            Number = one.Number,
            State = (Wire.CertificateState)one.State,
            Level = (Wire.TrainingLevel)one.Level,
            OccupationName = one.OccupationName,
            IssuedOn = WireDate.Of(one.IssuedOn),
            InstitutionName = one.InstitutionName,
        }));
        return response;
    }
}
