using AnSinh.Dossiers.Workflow;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Dossiers.V1;

namespace AnSinh.Dossiers.Papers;

/// <summary>Says which papers belong in a dossier and which are missing.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">What the use cases have in common.</param>
/// <param name="time">Clock.</param>
public sealed class UpdatePapers<TDb>(TDb db, DossierBook<TDb> book, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Updates.</summary>
    /// <exception cref="Refusal">As <see cref="DossierBook{TDb}.FindToChangeAsync"/>; INVALID_ARGUMENT with the field; FAILED_PRECONDITION
    /// <c>dossier.decided</c>: what the decision was made on stays as it was.</exception>
    public async Task<Dossier> RunAsync(Wire.UpdatePapersRequest request, CancellationToken cancellationToken)
    {
        var found = new List<Violation>();
        PaperRules.Check(request.Papers, "papers", found);
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        var dossier = await book.FindToChangeAsync(request.Name, request.Etag, cancellationToken);
        if (!DossierWorkflow.IsWaiting(dossier.State))
        {
            throw Refusal.Precondition("dossier.decided", $"Hồ sơ {DossierWorkflow.TextOf(dossier.State)}; thành phần hồ sơ không thay đổi được nữa.");
        }

        await db.Set<DossierPaper>().Where(paper => paper.DossierId == dossier.Id).ExecuteDeleteAsync(cancellationToken);
        db.AddRange(PaperRules.Of(dossier.Id, request.Papers));
        dossier.UpdatedAt = time.GetUtcNow();
        return dossier;
    }
}
