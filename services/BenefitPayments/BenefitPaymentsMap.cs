using AnSinh.BenefitPayments.Entitlements;
using AnSinh.BenefitPayments.Rates;
using AnSinh.BenefitPayments.Reconciliation;
using AnSinh.BenefitPayments.Recovery;
using AnSinh.BenefitPayments.Runs;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.BenefitPayments;

/// <summary>How the kernel's records stand in a service's database, beside the table of people.</summary>
public static class BenefitPaymentsMap
{
    /// <summary>Maps the tables.</summary>
    public static void Apply(ModelBuilder model)
    {
        RateMap.Apply(model);
        EntitlementMap.Apply(model);
        RunMap.Apply(model);
        ReturnFileMap.Apply(model);
        RecoveryMap.Apply(model);
    }
}
