using AnSinh.Contracts.Events.Training.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Institutions;

/// <summary>Registers an institution (thành lập cơ sở giáo dục nghề nghiệp).</summary>
/// <param name="db">The scope's database.</param>
/// <param name="rules">What an institution must look like.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="time">Clock.</param>
public sealed class RegisterInstitution(TrainingDb db, InstitutionRules rules, RecordScope scope, TimeProvider time)
{
    /// <summary>Registers.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; PERMISSION_DENIED <c>area.out_of_scope</c>; ALREADY_EXISTS
    /// <c>institution.code_taken</c> with its name.</exception>
    public async Task<Institution> RunAsync(Wire.RegisterInstitutionRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Institution ?? new Wire.Institution();
        var (openedOn, licensedOn) = rules.Require(sent, VietnamDay.Today(time));
        scope.Require(sent.AreaCode, openedOn);
        var holder = await db.Institutions.Where(one => one.Code == sent.Code).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(cancellationToken);
        if (holder is { } taken)
        {
            throw new Refusal(RefusalKind.AlreadyExists, "institution.code_taken", $"Mã cơ sở {sent.Code} đã được dùng.")
            {
                Metadata = new Dictionary<string, string> { ["institution"] = ResourceName.Format(InstitutionMessages.Collection, taken) },
            };
        }

        var now = time.GetUtcNow();
        var institution = new Institution
        {
            Id = TimeOrderedId.Next(time),
            Code = sent.Code,
            DisplayName = TrainingCodes.Tidy(sent.DisplayName),
            Kind = (InstitutionKind)sent.Kind,
            Ownership = (Ownership)sent.Ownership,
            LicenceNumber = sent.LicenceNumber.Trim(),
            LicensedOn = licensedOn,
            AreaCode = sent.AreaCode,
            OpenedOn = openedOn,
            CreatedAt = now,
            UpdatedAt = now,
        };
        institution.BookedBy = db.Emit(
            new InstitutionOpened { Kind = InstitutionMessages.KindName(institution.Kind), Ownership = InstitutionMessages.OwnershipName(institution.Ownership) },
            institution.Id, openedOn, institution.AreaCode);
        db.Add(institution);
        return institution;
    }
}
