using AnSinh.BenefitPayments;
using AnSinh.BenefitPayments.Entitlements;
using AnSinh.Employment.Unemployment;
using AnSinh.ServiceKit.Areas;

namespace AnSinh.Employment.UnemploymentPayments;

/// <summary>
/// The calendar months in which a granted benefit is paid, as numbers yyyymm. A month of benefit runs from the day of the first one to the day
/// before in the next calendar month (Law 38/2013, Article 50; Law 74/2025, Article 39); each is paid in the calendar month in which it begins.
/// </summary>
/// <param name="First">First month.</param>
/// <param name="Last">Last month.</param>
public readonly record struct BenefitTerm(int First, int Last)
{
    /// <summary>The term of what the law gives; it must be due.</summary>
    public static BenefitTerm Of(BenefitAssessment given)
    {
        var first = PayMonth.Of(given.BenefitFrom);
        return new BenefitTerm(first, PayMonth.Plus(first, given.Months - 1));
    }

    /// <summary>What is entitled by a decided claim in this term.</summary>
    /// <param name="claim">The claim, granted.</param>
    /// <param name="way">How it is paid.</param>
    /// <param name="payableFrom">First month that this service pays.</param>
    /// <param name="before">Benefits of the person that began in the same month, all revoked.</param>
    /// <param name="areas">The administrative units.</param>
    public EntitlementDraft Draft(UnemploymentClaim claim, PayWay way, int payableFrom, int before, AreaDirectory areas)
    {
        // The claim's commune is that of the day of filing, which may lie after the first day of the month.
        var day = PayMonth.FirstDay(payableFrom) is var start && start < claim.FiledOn ? claim.FiledOn : start;
        var category = before == 0 ? UnemploymentScheme.Category : $"{UnemploymentScheme.Category}.{before + 1}";
        return new EntitlementDraft
        {
            AreaCode = CommuneOnDay.Of(areas, claim.AreaCode, claim.FiledOn, day),
            AreaOn = day,
            Level = new LevelDraft(category, Multiplier: 1_000, claim.MonthlyVnd),
            StartMonth = First,
            EndMonth = Last,
            PayableFrom = payableFrom,
            Channel = way.Channel,
            Account = way.Account,
            DecisionNo = claim.DecisionNumber!,
        };
    }
}
