using AnSinh.Contracts.Events.Dossiers.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using Wire = AnSinh.Contracts.Dossiers.V1;

namespace AnSinh.Dossiers.Digitisation;

/// <summary>Records a step of digitisation: scanned, indexed, verified, one after the other.</summary>
/// <param name="book">What the use cases have in common.</param>
/// <param name="time">Clock.</param>
public sealed class DigitiseDossier<TDb>(DossierBook<TDb> book, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Records.</summary>
    /// <exception cref="Refusal">As <see cref="DossierBook{TDb}.FindToChangeAsync"/>; INVALID_ARGUMENT with the field; FAILED_PRECONDITION
    /// <c>dossier.digitisation_step</c>.</exception>
    public async Task<Dossier> RunAsync(Wire.DigitiseDossierRequest request, CancellationToken cancellationToken)
    {
        var dossier = await book.FindToChangeAsync(request.Name, request.Etag, cancellationToken);
        var found = new List<Violation>();
        DossierRules.CheckPages(request.Pages, "pages", found);
        var done = DossierRules.CheckDay(request.DoneOn, "done_on", dossier.ReceivedOn, book.Today, found);
        if (request.DoneOn is null)
        {
            found.Add(new Violation("done_on", "dossier.done_on_required", "Phải ghi ngày thực hiện."));
        }

        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        if ((int)request.State != (int)dossier.Digitisation + 1 || !Enum.IsDefined((DigitisationState)request.State))
        {
            throw Refusal.Precondition(
                "dossier.digitisation_step", $"Số hóa đi từng bước: quét, nhập chỉ mục, kiểm tra; hồ sơ đang ở bước {(int)dossier.Digitisation}/3.");
        }

        dossier.Digitisation = (DigitisationState)request.State;
        dossier.Pages = request.Pages > 0 ? request.Pages : dossier.Pages;
        dossier.UpdatedAt = time.GetUtcNow();
        if (dossier.Digitisation == DigitisationState.Verified)
        {
            dossier.DigitisedOn = done;
            book.Tell(dossier, Digitised(dossier), done!.Value);
        }

        return dossier;
    }

    static DossierDigitised Digitised(Dossier dossier) => new()
    {
        Register = dossier.Register,
        Category = dossier.Category,
        Pages = dossier.Pages > 0 ? dossier.Pages : null,
    };
}
