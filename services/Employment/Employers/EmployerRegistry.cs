using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment.Data;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Employment.Employers;

/// <summary>Finds employers by what is known of them, and makes new ones.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="time">Clock.</param>
public sealed class EmployerRegistry(EmploymentDb db, TimeProvider time)
{
    /// <summary>Finds the employer of a draft: by tax code, or by name and commune where there is none.</summary>
    public Task<Employer?> FindAsync(EmployerDraft draft, CancellationToken cancellationToken) =>
        db.Employers.SingleOrDefaultAsync(employer => employer.IdentityKey == draft.IdentityKey, cancellationToken);

    /// <summary>Makes an employer of a draft. Adds nothing to the database.</summary>
    public Employer Make(EmployerDraft draft)
    {
        var now = time.GetUtcNow();
        return new Employer
        {
            Id = TimeOrderedId.Next(time),
            IdentityKey = draft.IdentityKey,
            DisplayName = draft.DisplayName,
            TaxCode = draft.TaxCode,
            SectorCode = draft.SectorCode,
            Size = draft.Size,
            AreaCode = draft.AreaCode,
            AreaOn = draft.AreaOn,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    /// <summary>Registers a draft: adds the employer and tells of it.</summary>
    public Employer Register(EmployerDraft draft)
    {
        var employer = Make(draft);
        db.Add(employer);
        db.Emit(Registered(employer), employer.Id, employer.AreaOn, employer.AreaCode);
        return employer;
    }

    /// <summary>The event that tells of a new employer.</summary>
    public static EmployerRegistered Registered(Employer employer) => new()
    {
        Sector = employer.SectorCode.Length == 0 ? null : employer.SectorCode,
        Size = employer.Size,
    };
}
