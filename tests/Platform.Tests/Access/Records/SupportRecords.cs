using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Support.V1;
using Google.Protobuf.Reflection;
using Date = Google.Type.Date;

namespace AnSinh.Platform.Tests.Access.Records;

/// <summary>A programme with an entry, and a house, of any service that keeps such lists.</summary>
static class SupportRecords
{
    public const string Group = "ncc";

    public static async Task MakeListAsync(ForeignProvince hue, ServiceDescriptor service)
    {
        var programme = await hue.CallAsync<SupportProgramme>(service, "CreateSupportProgramme", new CreateSupportProgrammeRequest
        {
            Programme = new SupportProgramme
            {
                Code = "TET-2026",
                DisplayName = "Tết Bính Ngọ",
                Kind = SupportKind.Gift,
                AreaCode = ForeignProvince.Code,
                LegalBasis = "Quyết định 01/QĐ-CTN",
                FromDate = new Date { Year = 2026, Month = 1, Day = 1 },
                ToDate = new Date { Year = 2026, Month = 2, Day = 28 },
                Groups = { new SupportProgrammeGroup { Code = Group, Recipient = RecipientKind.Person, LevelsVnd = { 300_000 } } },
            },
            RequestId = ForeignProvince.RequestId(),
        });
        var name = await hue.ImportAsync(
            service, "ImportSupportEntries", new ImportSupportEntriesRequest { Options = new ImportOptions() },
            new ImportSupportEntriesRequest { Rows = new SupportEntryRows { Rows = { new SupportEntryRow { Line = 2, Entry = Entry(hue, programme.Name) } } } });
        var entry = await hue.CallAsync<SupportEntry>(service, "GetSupportEntry", new GetSupportEntryRequest { Name = name });
        hue.Keep(service.Name, new ForeignRecord(entry.Name, entry.Etag));
        hue.Keep($"{service.Name}/ImportSupportEntries", new ForeignRecord(programme.Name));
        hue.KeepList(service, "ListSupportEntries", "programme", programme.Name);
        hue.KeepList(service, "GetSupportTotals", "programme", programme.Name);
    }

    public static SupportEntry Entry(ForeignProvince hue, string programme) => new()
    {
        Programme = programme,
        Group = Group,
        Person = hue.Person(),
        AmountVnd = 300_000,
        AreaCode = hue.Commune,
        DeclaredOn = ForeignProvince.Day,
    };

    public static async Task MakeHouseAsync(ForeignProvince hue, ServiceDescriptor service, HousingBeneficiary beneficiary)
    {
        var house = await hue.CallAsync<HousingSupport>(
            service, "RecordHousing", new RecordHousingRequest { Housing = House(hue, beneficiary), RequestId = ForeignProvince.RequestId() });
        hue.Keep(service.Name, new ForeignRecord(house.Name, house.Etag));
    }

    public static HousingSupport House(ForeignProvince hue, HousingBeneficiary beneficiary) => new()
    {
        Beneficiary = beneficiary,
        Person = hue.Person(),
        AreaCode = hue.Commune,
        Fund = "Quỹ Mẫu",
        Work = HousingWork.Build,
        AmountVnd = 50_000_000,
        StartedOn = ForeignProvince.Day,
    };
}
