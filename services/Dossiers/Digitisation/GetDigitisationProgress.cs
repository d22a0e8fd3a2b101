using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Dossiers.V1;

namespace AnSinh.Dossiers.Digitisation;

/// <summary>Counts how far the digitisation is: done, remaining, pace, forecast.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">What the use cases have in common.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
public sealed class GetDigitisationProgress<TDb>(TDb db, DossierBook<TDb> book, AreaDirectory areas, CallerAccessor caller)
    where TDb : ServiceDb
{
    /// <summary>Counts.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>area.unknown</c>; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.DigitisationProgress> RunAsync(Wire.GetDigitisationProgressRequest request, CancellationToken cancellationToken)
    {
        var today = book.Today;
        var register = book.Register.Code;
        var since = today.AddDays(1 - ProgressFigures.WindowDays);
        var rows = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode)
            .Apply(db.Set<Dossier>().AsNoTracking(), one => one.AreaCode, one => one.ReceivedOn)
            .Where(one => one.Register == register && one.State != DossierState.TransferredOut && one.State != DossierState.Voided);
        if (request.Category.Length > 0)
        {
            rows = rows.Where(one => one.Category == request.Category);
        }

        var byState = await rows.GroupBy(one => one.Digitisation).Select(group => new { State = group.Key, Count = group.LongCount() }).ToListAsync(cancellationToken);
        var lately = await rows.LongCountAsync(one => one.DigitisedOn >= since && one.DigitisedOn <= today, cancellationToken);
        var done = byState.Where(one => one.State == DigitisationState.Verified).Sum(one => one.Count);
        var underWay = byState.Where(one => one.State is DigitisationState.Scanned or DigitisationState.Indexed).Sum(one => one.Count);
        return ToMessage(new ProgressFigures(byState.Sum(one => one.Count), done, underWay, lately), today);
    }

    static Wire.DigitisationProgress ToMessage(ProgressFigures figures, DateOnly today) => new()
    {
        Dossiers = figures.Dossiers,
        Done = figures.Done,
        Remaining = figures.Remaining,
        UnderWay = figures.UnderWay,
        DoneIn30Days = figures.DoneLately,
        Forecast = figures.Forecast(today) is { } day ? WireDate.Of(day) : null,
    };
}
