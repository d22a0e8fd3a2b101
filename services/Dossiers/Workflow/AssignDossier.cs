using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using Wire = AnSinh.Contracts.Dossiers.V1;

namespace AnSinh.Dossiers.Workflow;

/// <summary>Puts a dossier into somebody's hands.</summary>
/// <param name="book">What the use cases have in common.</param>
/// <param name="time">Clock.</param>
public sealed class AssignDossier<TDb>(DossierBook<TDb> book, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Assigns.</summary>
    /// <exception cref="Refusal">As <see cref="DossierBook{TDb}.FindToChangeAsync"/>; INVALID_ARGUMENT <c>dossier.holder_invalid</c>.</exception>
    public async Task<Dossier> RunAsync(Wire.AssignDossierRequest request, CancellationToken cancellationToken)
    {
        var dossier = await book.FindToChangeAsync(request.Name, request.Etag, cancellationToken);
        var holder = request.Holder.Trim();
        if (holder.Length is 0 or > DossierRules.LongestHolder)
        {
            throw Refusal.Invalid("holder", "dossier.holder_invalid", $"Người hoặc đơn vị giữ hồ sơ phải có từ 1 đến {DossierRules.LongestHolder} ký tự.");
        }

        (dossier.Holder, dossier.UpdatedAt) = (holder, time.GetUtcNow());
        return dossier;
    }
}
