using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AnSinh.BenefitPayments.Rates;
using AnSinh.Contracts.Events.Payments.V1;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.BenefitPayments.Entitlements;

/// <summary>Finds and makes entitlements, and tells of them.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="schemes">The schemes.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="cipher">Encrypts accounts.</param>
/// <param name="time">Clock.</param>
public sealed class EntitlementBook<TDb>(TDb db, SchemeBook schemes, AreaDirectory areas, RecordScope scope, FieldCipher cipher, TimeProvider time)
    where TDb : ServiceDb
{
    /// <summary>Finds an entitlement of the caller's areas, tracked.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>name.malformed</c>; NOT_FOUND <c>entitlement.not_found</c>; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Entitlement> FindAsync(string scheme, string name, string field, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse(EntitlementMessages.Collection, name, field);
        var found = await db.Set<Entitlement>().SingleOrDefaultAsync(one => one.Id == id && one.Scheme == scheme, cancellationToken)
            ?? throw Refusal.NotFound("entitlement.not_found", "Không có quyền lợi này.");
        scope.Require(found.AreaCode, found.AreaOn);
        return found;
    }

    /// <summary>Why a level cannot be entitled from a month on: <c>rate.missing</c>, <c>rate.not_integral</c>; an unconfirmed level may be.</summary>
    public (string ReportCategory, Violation? Problem) Rate(RateTable rates, EntitlementDraft draft, string path)
    {
        if (draft.Level.FixedAmountVnd is not null)
        {
            return (draft.Level.FixedReportCategory, null);
        }

        var answer = rates.AmountOn(draft.Level.Category, draft.Level.Multiplier, draft.PayableFrom, ProvinceOf(draft.AreaCode, draft.AreaOn));
        return answer.Problem is null ? (answer.ReportCategory, null)
            : answer.IsUnconfirmed ? (rates.ReportCategoryOf(draft.Level.Category), null)
            : ("", answer.Problem with { Field = path + ".category" });
    }

    /// <summary>Province of a commune; empty when not known.</summary>
    public string ProvinceOf(string commune, DateOnly on) =>
        areas.Find(commune, on) is { } unit ? areas.Ancestors(unit, on).FirstOrDefault(above => above.Level == AreaLevel.Province)?.Code ?? "" : "";

    /// <summary>What excludes a level for somebody who receives others: <c>entitlement.excluded_by</c>, or null.</summary>
    public Violation? Excluded(string scheme, string category, IEnumerable<string> others, string path)
    {
        foreach (var group in schemes[scheme].ExclusivityGroups.Where(group => group.Holds(category)))
        {
            var rivals = others.Where(other => group.Holds(other) && !group.MayBeTogether(category, other)).ToList();
            if (rivals.Count >= group.AtMost)
            {
                return new Violation(path + ".category", "entitlement.excluded_by",
                    $"Đang hưởng nhóm “{string.Join("”, “", rivals)}”; trong “{group.NameVi}” chỉ được hưởng {group.AtMost} mức cao nhất. Hãy dừng mức kia trước.");
            }
        }

        return null;
    }

    /// <summary>Makes an entitlement of checked content; adds nothing to the database.</summary>
    public Entitlement Make(string scheme, Guid personId, EntitlementDraft draft, string reportCategory)
    {
        var now = time.GetUtcNow();
        return new Entitlement
        {
            Id = TimeOrderedId.Next(time),
            NaturalKey = KeyOf(scheme, personId, draft.Level.Category, draft.StartMonth),
            Scheme = scheme,
            PersonId = personId,
            AreaCode = draft.AreaCode,
            AreaOn = draft.AreaOn,
            Category = draft.Level.Category,
            ReportCategory = reportCategory,
            Multiplier = draft.Level.Multiplier,
            FixedAmountVnd = draft.Level.FixedAmountVnd,
            StartMonth = draft.StartMonth,
            EndMonth = draft.EndMonth,
            PayableFrom = draft.PayableFrom,
            SettledThrough = PayMonth.Plus(draft.PayableFrom, -1),
            ComparedAt = now,
            State = EntitlementState.Active,
            Channel = draft.Channel,
            SealedAccount = draft.Account is null ? null : cipher.Encrypt(draft.Account),
            DecisionNo = draft.DecisionNo,
            Reason = "",
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    /// <summary>The natural key.</summary>
    public static byte[] KeyOf(string scheme, Guid personId, string category, int startMonth) => SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"1\n{scheme}\n{personId:N}\n{category}\n{startMonth}")));

    /// <summary>The event of a start, for a bulk insert or <see cref="Tell"/>.</summary>
    public static EntitlementStarted Started(Entitlement one, Person person) =>
        new() { Scheme = one.Scheme, PersonKey = person.PersonKey, Category = one.ReportCategory, Sex = SexNames.Of(person.Sex) };

    /// <summary>Tells that an entitlement is in payment from a month on.</summary>
    public void TellStarted(Entitlement one, Person person, int month) => Tell(one, Started(one, person), month);

    /// <summary>Tells that an entitlement is no longer in payment from a month on.</summary>
    /// <param name="one">The entitlement.</param>
    /// <param name="person">Beneficiary.</param>
    /// <param name="month">First month without it.</param>
    /// <param name="reason">Reason as events name it.</param>
    public void TellEnded(Entitlement one, Person person, int month, string reason) => Tell(one, new EntitlementEnded
    {
        Scheme = one.Scheme,
        PersonKey = person.PersonKey,
        Category = one.ReportCategory,
        Sex = SexNames.Of(person.Sex),
        Reason = reason,
    }, month);

    void Tell(Entitlement one, object record, int month)
    {
        var day = PayMonth.FirstDay(month);
        one.ToldBy = db.Emit(
            record, one.Id, day, CommuneOnDay.Of(areas, one.AreaCode, one.AreaOn, day), one.ToldBy == Guid.Empty ? null : one.ToldBy);
    }
}
