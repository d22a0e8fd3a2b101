using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Support.V1;
using AnSinh.Platform.Tests.Access.Records;
using Google.Protobuf;

namespace AnSinh.Platform.Tests.Access.Rows;

/// <summary>Rows of the imports of support lists and houses, of every service that keeps them.</summary>
static class SupportRows
{
    public static Dictionary<string, SampleRow> All => new()
    {
        ["/ansinh.merit.v1.GiftService/ImportSupportEntries"] = hue => Entry(hue, "GiftService"),
        ["/ansinh.merit.v1.GiftService/ImportSupportDeliveries"] = hue => Delivery(hue, "GiftService"),
        ["/ansinh.merit.v1.MeritHousingService/ImportHousing"] = hue => House(hue, HousingBeneficiary.Merit),
        ["/ansinh.protection.v1.SupportListService/ImportSupportEntries"] = hue => Entry(hue, "SupportListService"),
        ["/ansinh.protection.v1.SupportListService/ImportSupportDeliveries"] = hue => Delivery(hue, "SupportListService"),
        ["/ansinh.protection.v1.HousingService/ImportHousing"] = hue => House(hue, HousingBeneficiary.PoorHousehold),
    };

    static IReadOnlyList<IMessage> Entry(ForeignProvince hue, string service) =>
    [
        new ImportSupportEntriesRequest { Options = new ImportOptions() },
        new ImportSupportEntriesRequest
        {
            Rows = new SupportEntryRows { Rows = { new SupportEntryRow { Line = 2, Entry = SupportRecords.Entry(hue, Programme(hue, service)) } } },
        },
    ];

    static IReadOnlyList<IMessage> Delivery(ForeignProvince hue, string service) =>
    [
        new ImportSupportDeliveriesRequest { Options = new ImportOptions() },
        new ImportSupportDeliveriesRequest
        {
            Rows = new SupportDeliveryRows
            {
                Rows =
                {
                    new SupportDeliveryRow
                    {
                        Line = 2, Programme = Programme(hue, service), Person = hue.Person(), AreaCode = hue.Commune, AmountVnd = 300_000, DeliveredOn = ForeignProvince.Day,
                    },
                },
            },
        },
    ];

    static IReadOnlyList<IMessage> House(ForeignProvince hue, HousingBeneficiary beneficiary) =>
    [
        new ImportHousingRequest { Options = new ImportOptions() },
        new ImportHousingRequest { Rows = new HousingRows { Rows = { new HousingRow { Line = 2, Housing = SupportRecords.House(hue, beneficiary) } } } },
    ];

    static string Programme(ForeignProvince hue, string service) => hue.Records[$"{service}/ImportSupportEntries"].Name;
}
