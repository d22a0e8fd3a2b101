using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.VocationalTraining.Institutions;

/// <summary>Finds institutions that requests name.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="scope">The caller's areas.</param>
public sealed class InstitutionBook(TrainingDb db, RecordScope scope)
{
    /// <summary>Finds the institution that a request names, in the caller's areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>institution.not_found</c>; PERMISSION_DENIED
    /// <c>area.out_of_scope</c>.</exception>
    public async Task<Institution> FindAsync(string name, string field, CancellationToken cancellationToken)
    {
        var institution = await FindAnywhereAsync(name, field, cancellationToken);
        scope.Require(institution.AreaCode, institution.OpenedOn);
        return institution;
    }

    /// <summary>Finds the institution that a request names, wherever it lies: trainees go on, and institutions merge, across areas.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>institution.not_found</c>.</exception>
    public async Task<Institution> FindAnywhereAsync(string name, string field, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(InstitutionMessages.Collection, name, field);
        return await db.Institutions.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            ?? throw Refusal.NotFound("institution.not_found", "Không có cơ sở giáo dục nghề nghiệp này.");
    }
}
