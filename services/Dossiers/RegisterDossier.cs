using AnSinh.Dossiers.Papers;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Dossiers.V1;

namespace AnSinh.Dossiers;

/// <summary>Registers a new dossier, with its person where that one is not registered yet.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">What the use cases have in common.</param>
/// <param name="rules">What a dossier must look like.</param>
/// <param name="people">Finds and makes people.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="time">Clock.</param>
public sealed class RegisterDossier<TDb>(
    TDb db, DossierBook<TDb> book, DossierRules rules, PersonRegistry<TDb> people, RecordScope scope, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Registers.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields; PERMISSION_DENIED <c>area.out_of_scope</c>; ALREADY_EXISTS
    /// <c>dossier.duplicate</c>.</exception>
    public async Task<Dossier> RunAsync(Wire.RegisterDossierRequest request, CancellationToken cancellationToken)
    {
        var found = new List<Violation>();
        var today = book.Today;
        var draft = rules.CheckNew(request.Dossier, book.Register, today, found);
        PaperRules.Check((IReadOnlyList<Wire.Paper>?)request.Dossier?.Papers ?? [], "dossier.papers", found);
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        scope.Require(draft!.AreaCode, draft.ReceivedOn);
        var person = await people.FindOrRegisterAsync(draft.Person, cancellationToken);
        var ordinal = await NextOrdinalAsync(person.Id, draft, cancellationToken);
        var dossier = Dossier.Of(draft, TimeOrderedId.Next(time), person.Id, ordinal, db.Origin.Actor, time.GetUtcNow());
        dossier.DueOn = (await book.DeadlinesAsync(cancellationToken)).DueOn(dossier.Category, dossier.State, dossier.ReceivedOn);
        db.Add(dossier);
        db.AddRange(PaperRules.Of(dossier.Id, request.Dossier!.Papers));
        book.Tell(dossier, DossierBook<TDb>.Registered(dossier), dossier.ReceivedOn);
        return dossier;
    }

    async Task<int> NextOrdinalAsync(Guid personId, DossierDraft draft, CancellationToken cancellationToken)
    {
        var earlier = await db.Set<Dossier>().AsNoTracking()
            .Where(one => one.PersonId == personId && one.Register == draft.Register && one.Category == draft.Category)
            .Select(one => new { one.Id, one.State, one.Symbol }).ToListAsync(cancellationToken);
        if (earlier.Find(one => one.State is not (DossierState.TransferredOut or DossierState.Voided)) is not { } held)
        {
            return earlier.Count;
        }

        var name = DossierNames.Of(held.Id);
        throw new Refusal(RefusalKind.AlreadyExists, "dossier.duplicate", $"Mỗi người chỉ có một bộ hồ sơ gốc cho một diện; đã có {name} ({held.Symbol}).")
        {
            Metadata = new Dictionary<string, string> { ["dossier"] = name },
        };
    }
}
