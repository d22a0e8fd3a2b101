using AnSinh.BenefitPayments.Rates;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Payments.V1;

namespace AnSinh.BenefitPayments.Entitlements;

/// <summary>Starts an entitlement, with its person where it is not registered yet.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="book">Makes entitlements.</param>
/// <param name="rules">What an entitlement must look like.</param>
/// <param name="personRules">What a person must look like.</param>
/// <param name="people">Finds and registers people.</param>
/// <param name="rates">The levels.</param>
/// <param name="messages">The answer.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="time">Clock.</param>
public sealed class StartEntitlement<TDb>(
    TDb db, EntitlementBook<TDb> book, EntitlementRules rules, PersonRules personRules, PersonRegistry<TDb> people, RateCatalogue<TDb> rates,
    EntitlementMessages messages, RecordScope scope, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Starts.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the fields, <c>rate.missing</c> among them; PERMISSION_DENIED <c>area.out_of_scope</c>;
    /// FAILED_PRECONDITION <c>entitlement.excluded_by</c>, <c>entitlement.person_dead</c>; ALREADY_EXISTS <c>entitlement.duplicate</c>.</exception>
    public async Task<Wire.Entitlement> RunAsync(string scheme, Wire.StartEntitlementRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Entitlement ?? new Wire.Entitlement();
        var found = new List<Violation>();
        var draft = rules.Check(sent, "entitlement", found);
        var personDraft = personRules.Check(sent.Person, "entitlement.person", VietnamDay.Today(time), draft?.AreaOn, found);
        if (found.Count > 0)
        {
            throw Refusal.Invalid(found);
        }

        scope.Require(draft!.AreaCode, draft.AreaOn);
        var (reportCategory, problem) = book.Rate(await rates.TableAsync(scheme, cancellationToken), draft, "entitlement");
        if (problem is not null)
        {
            throw Refusal.Invalid(problem);
        }

        var person = await people.FindOrRegisterAsync(personDraft!, cancellationToken);
        return messages.ForCommand(db, await StartAsync(scheme, person, draft, reportCategory, cancellationToken), person);
    }

    /// <summary>Starts an entitlement of checked content; inside a command. For services whose decisions say what is paid to whom.</summary>
    /// <param name="scheme">Scheme.</param>
    /// <param name="person">Beneficiary.</param>
    /// <param name="draft">What the entitlement says.</param>
    /// <param name="reportCategory">Coarse category of the figures.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <param name="replaces">Entitlement that ends for this one; none by default.</param>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>entitlement.excluded_by</c>, <c>entitlement.person_dead</c>; ALREADY_EXISTS
    /// <c>entitlement.duplicate</c>.</exception>
    public async Task<Entitlement> StartAsync(
        string scheme, Person person, EntitlementDraft draft, string reportCategory, CancellationToken cancellationToken, Guid replaces = default)
    {
        if (person.DiedOn is { } died && PayMonth.Of(died) < draft.PayableFrom)
        {
            throw Refusal.Precondition("entitlement.person_dead", $"Người này đã mất ngày {VietnamDay.Text(died)}, trước tháng hưởng đầu tiên.");
        }

        var one = book.Make(scheme, person.Id, draft, reportCategory);
        var known = await db.Set<Entitlement>().AsNoTracking()
            .Where(other => other.Scheme == scheme && other.PersonId == person.Id && other.Id != replaces).ToListAsync(cancellationToken);
        if (known.Exists(other => HashedKeys.Instance.Equals(other.NaturalKey, one.NaturalKey)))
        {
            throw Refusal.AlreadyExists("entitlement.duplicate", $"Quyền lợi nhóm “{one.Category}” từ tháng {PayMonth.Text(one.StartMonth)} của người này đã có.");
        }

        // One whose last month lies before is no rival, whether or not a run has told yet that it ran out.
        var others = known.Where(other => other.EndMonth is not { } last || last >= draft.StartMonth).Select(other => other.Category);
        if (book.Excluded(scheme, one.Category, others, "entitlement") is { } excluded)
        {
            throw Refusal.Precondition(excluded.Code, excluded.Message);
        }

        book.TellStarted(one, person, one.StartMonth);
        db.Add(one);
        return one;
    }
}
