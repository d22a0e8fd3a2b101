using AnSinh.BenefitPayments.Entitlements;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Unemployment;

/// <summary>Claims and assessments as messages.</summary>
static class ClaimMessages
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "unemploymentClaims";

    /// <summary>The claim, with the etag to show.</summary>
    public static Wire.UnemploymentClaim Of(UnemploymentClaim claim, string etag)
    {
        var message = new Wire.UnemploymentClaim
        {
            Name = ResourceName.Format(Collection, claim.Id),
            Worker = ResourceName.Format(WorkerMessages.Collection, claim.WorkerId),
            AreaCode = claim.AreaCode,
            Facts = Of(claim.Facts),
            State = (Wire.ClaimState)claim.State,
            DecisionNumber = claim.DecisionNumber ?? "",
            Entitlement = claim.EntitlementId is { } entitlement ? ResourceName.Format(EntitlementMessages.Collection, entitlement) : "",
            Etag = etag,
            CreateTime = Timestamp.FromDateTimeOffset(claim.CreatedAt),
            UpdateTime = Timestamp.FromDateTimeOffset(claim.UpdatedAt),
        };
        if (claim.DecidedOn is { } decided && UnemploymentLaw.On(decided) is { } law)
        {
            message.DecidedOn = WireDate.Of(decided);
            message.Decision = Of(BenefitAssessment.Of(claim.Facts, law));

            // What was decided stands, whatever the tables say later.
            message.Decision.MonthlyVnd = claim.MonthlyVnd ?? 0;
            message.Decision.Months = claim.Months ?? 0;
        }

        return message;
    }

    /// <summary>The assessment.</summary>
    public static Wire.ClaimAssessment Of(BenefitAssessment given) => new()
    {
        Eligible = given.IsEligible,
        Reasons = { given.Reasons },
        Months = given.Months,
        MonthlyVnd = given.MonthlyVnd,
        CeilingVnd = given.CeilingVnd ?? 0,
        BenefitFrom = WireDate.Of(given.BenefitFrom),
        LegalBasis = given.Rate is null ? given.Law.LegalBasis : $"{given.Law.LegalBasis}; {given.Rate.LegalBasis}",
        RateConfirmed = given.Rate is { Confirmed: true },
    };

    static Wire.ClaimFacts Of(ClaimFacts facts) => new()
    {
        FiledOn = WireDate.Of(facts.FiledOn),
        ContractEndedOn = WireDate.Of(facts.ContractEndedOn),
        ContractMonths = facts.ContractMonths,
        PaidMonths = facts.PaidMonths,
        RecentPaidMonths = facts.RecentPaidMonths,
        LastPaidMonth = WireDate.Of(facts.LastPaidMonth),
        AverageWageVnd = facts.AverageWageVnd,
        WageScheme = (Wire.WageScheme)facts.WageScheme,
        WageRegion = facts.WageRegion,
        LeftUnlawfully = facts.LeftUnlawfully,
        Pension = facts.Pension,
        FoundWork = facts.FoundWork,
    };
}
