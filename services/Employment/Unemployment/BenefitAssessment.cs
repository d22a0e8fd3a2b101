namespace AnSinh.Employment.Unemployment;

/// <summary>What the law gives for the facts of a claim: whether, why not, how much, how long.</summary>
public sealed record BenefitAssessment
{
    /// <summary>Why the benefit is not due: stable codes; empty when it is.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Months of benefit; 0 when it is not due.</summary>
    public required int Months { get; init; }

    /// <summary>Monthly benefit in VND; 0 when it is not due.</summary>
    public required long MonthlyVnd { get; init; }

    /// <summary>The ceiling in VND; null when no decree is known for the day, so that nothing can be granted.</summary>
    public required long? CeilingVnd { get; init; }

    /// <summary>First day of the benefit.</summary>
    public required DateOnly BenefitFrom { get; init; }

    /// <summary>Law applied.</summary>
    public required UnemploymentLaw Law { get; init; }

    /// <summary>The wage behind the ceiling; null when no decree is known.</summary>
    public required WageRate? Rate { get; init; }

    /// <summary>Whether the benefit is due.</summary>
    public bool IsEligible => Reasons.Count == 0;

    /// <summary>Assesses.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="law">The law of the day of the decision.</param>
    public static BenefitAssessment Of(ClaimFacts facts, UnemploymentLaw law)
    {
        var reasons = ReasonsAgainst(facts, law).ToList();
        var rate = RateOf(facts, law);
        long? ceiling = rate is null ? null : checked(rate.MonthlyVnd * law.CeilingTimes);
        var eligible = reasons.Count == 0;
        return new BenefitAssessment
        {
            Reasons = reasons,
            Months = eligible ? UnemploymentLaw.Months(facts.PaidMonths) : 0,
            MonthlyVnd = eligible && ceiling is { } most ? Math.Min(Share(facts.AverageWageVnd, law.Percent), most) : 0,
            CeilingVnd = ceiling,
            BenefitFrom = law.BenefitFrom(facts.FiledOn),
            Law = law,
            Rate = rate,
        };
    }

    /// <summary>A percentage of a wage, rounded half up to whole đồng.</summary>
    public static long Share(long wage, int percent) => checked((wage * percent + 50) / 100);

    static IEnumerable<string> ReasonsAgainst(ClaimFacts facts, UnemploymentLaw law)
    {
        if (facts.ContractMonths != 0 && facts.ContractMonths < law.LeastContractMonths)
        {
            yield return "unemployment.contract_too_short";
        }

        if (facts.RecentPaidMonths < law.LeastRecentMonths)
        {
            yield return "unemployment.recent_months_short";
        }

        if (facts.FiledOn > facts.ContractEndedOn.AddMonths(law.FilingMonths))
        {
            yield return "unemployment.filed_late";
        }

        if (facts.LeftUnlawfully)
        {
            yield return "unemployment.left_unlawfully";
        }

        if (facts.Pension)
        {
            yield return "unemployment.on_pension";
        }

        if (facts.FoundWork)
        {
            yield return "unemployment.found_work";
        }
    }

    static WageRate? RateOf(ClaimFacts facts, UnemploymentLaw law) => law.CeilingByScheme
        ? WageRates.On(facts.WageScheme == WageScheme.State ? WageRates.BaseWage : facts.WageRegion, facts.ContractEndedOn)
        : WageRates.On(facts.WageRegion, facts.LastPaidMonth);
}
