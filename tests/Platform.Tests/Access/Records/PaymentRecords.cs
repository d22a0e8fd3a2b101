using AnSinh.Contracts.Payments.V1;
using Google.Protobuf.Reflection;

namespace AnSinh.Platform.Tests.Access.Records;

/// <summary>An entitlement, a payment run and a recovery of any benefit scheme.</summary>
static class PaymentRecords
{
    public static async Task MakeAsync(
        ForeignProvince hue, Entitlement content, ServiceDescriptor entitlements, ServiceDescriptor payments, ServiceDescriptor recoveries)
    {
        var entitlement = await hue.CallAsync<Entitlement>(
            entitlements, "StartEntitlement", new StartEntitlementRequest { Entitlement = content, RequestId = ForeignProvince.RequestId() });
        await KeepAsync(hue, entitlement, entitlements, payments, recoveries);
    }

    /// <summary>Keeps an entitlement, and makes a payment run of its first month and a recovery.</summary>
    public static async Task KeepAsync(
        ForeignProvince hue, Entitlement entitlement, ServiceDescriptor entitlements, ServiceDescriptor payments, ServiceDescriptor recoveries)
    {
        hue.Keep(entitlements.Name, new ForeignRecord(entitlement.Name, entitlement.Etag));
        var run = await hue.CallAsync<PaymentRun>(
            payments, "PreparePaymentRun", new PreparePaymentRunRequest { AreaCode = hue.Commune, Month = entitlement.StartMonth, RequestId = ForeignProvince.RequestId() });
        hue.Keep(payments.Name, new ForeignRecord(run.Name, run.Etag));
        var recovery = await hue.CallAsync<Recovery>(recoveries, "AssessRecovery", new AssessRecoveryRequest
        {
            Recovery = new Recovery
            {
                Entitlement = entitlement.Name,
                AreaCode = hue.Commune,
                AmountVnd = 1_000,
                Cause = OverpaymentCause.Other,
                DecisionNo = "9/QĐ",
                AssessedOn = ForeignProvince.Day,
            },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(recoveries.Name, new ForeignRecord(recovery.Name, recovery.Etag));
    }

    /// <summary>An entitlement of one month, at a level by the category or as an amount.</summary>
    public static Entitlement Content(ForeignProvince hue, string category, long fixedAmountVnd = 0) => new()
    {
        Person = hue.Person(),
        AreaCode = hue.Commune,
        Category = category,
        FixedAmountVnd = fixedAmountVnd,
        StartMonth = ForeignProvince.Month,
        EndMonth = ForeignProvince.Month,
        Channel = PaymentChannel.PostCash,
        DecisionNo = "12/QĐ-UBND",
    };
}
