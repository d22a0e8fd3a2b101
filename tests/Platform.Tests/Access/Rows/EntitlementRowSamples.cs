using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Payments.V1;
using AnSinh.Platform.Tests.Access.Records;
using Google.Protobuf;

namespace AnSinh.Platform.Tests.Access.Rows;

/// <summary>Rows of the imports of entitlements, of every benefit scheme.</summary>
static class EntitlementRowSamples
{
    public static Dictionary<string, SampleRow> All => new()
    {
        ["/ansinh.merit.v1.AllowanceService/ImportEntitlements"] = hue => Of(PaymentRecords.Content(hue, "TB-061")),
        ["/ansinh.protection.v1.AssistanceService/ImportEntitlements"] = hue => Of(PaymentRecords.Content(hue, "5.6-nang")),
        ["/ansinh.protection.v1.TopUpService/ImportEntitlements"] = hue => Of(PaymentRecords.Content(hue, "ho-tro-01", 300_000)),
    };

    static IReadOnlyList<IMessage> Of(Entitlement entitlement) =>
    [
        new ImportEntitlementsRequest { Options = new ImportOptions() },
        new ImportEntitlementsRequest { Rows = new EntitlementRows { Rows = { new EntitlementRow { Line = 2, Entitlement = entitlement } } } },
    ];
}
