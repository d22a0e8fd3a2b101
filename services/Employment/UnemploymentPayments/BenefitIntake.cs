using AnSinh.BenefitPayments;
using AnSinh.BenefitPayments.Entitlements;
using AnSinh.Employment.Data;
using AnSinh.Employment.Unemployment;
using AnSinh.Employment.Workers;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.Employment.UnemploymentPayments;

/// <summary>Puts the benefits of imported decisions into payment, by the same rules as single ones.</summary>
/// <param name="book">Makes entitlements.</param>
/// <param name="people">Makes people.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="cipher">Reads citizen numbers.</param>
public sealed class BenefitIntake(EntitlementBook<EmploymentDb> book, PersonRegistry<EmploymentDb> people, AreaDirectory areas, FieldCipher cipher)
{
    /// <summary>Why a benefit cannot be paid: <c>entitlement.person_dead</c>, <c>entitlement.excluded_by</c>; null when it can.</summary>
    /// <param name="known">What the people of the chunk receive.</param>
    /// <param name="worker">The worker; null for one who is not registered yet, who receives nothing.</param>
    /// <param name="given">What the law gives.</param>
    /// <param name="payableFrom">First month that this service pays.</param>
    public Violation? WhyNot(ImportedBenefits known, Worker? worker, BenefitAssessment given, int payableFrom)
    {
        if (worker is null || known.Find(worker.PersonKey) is not { } person)
        {
            return null;
        }

        if (person.DiedOn is { } died && PayMonth.Of(died) < payableFrom)
        {
            return new Violation("worker", "entitlement.person_dead", $"Người này đã mất ngày {VietnamDay.Text(died)}, trước tháng hưởng đầu tiên.");
        }

        var first = BenefitTerm.Of(given).First;
        var others = known.Of(person).Where(one => one.EndMonth is not { } last || last >= first).Select(one => one.Category);
        return book.Excluded(UnemploymentScheme.Code, UnemploymentScheme.Category, others, "worker") is { } excluded ? excluded with { Field = "worker" } : null;
    }

    /// <summary>Adds a benefit, and its person where it is not registered yet, to what the chunk writes.</summary>
    /// <returns>Key of the entitlement.</returns>
    public Guid Add(ImportedBenefits known, UnemploymentClaim claim, BenefitAssessment given, Worker worker, PayWay way, int payableFrom)
    {
        if (known.Find(worker.PersonKey) is not { } person)
        {
            person = people.Make(BenefitOfClaim.PersonOf(worker, cipher), worker.PersonKey);
            person.Version = 1;
            known.Add(person);
        }

        var term = BenefitTerm.Of(given);
        var draft = term.Draft(claim, way, payableFrom, known.Of(person).Count(one => one.StartMonth == term.First), areas);
        var one = book.Make(UnemploymentScheme.Code, person.Id, draft, draft.Level.FixedReportCategory);
        one.Version = 1;
        known.Add(one, person, CommuneOnDay.Of(areas, claim.AreaCode, claim.FiledOn, PayMonth.FirstDay(term.First)));
        return one.Id;
    }
}
