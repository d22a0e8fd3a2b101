using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Protection.V1;
using AnSinh.Contracts.Support.V1;
using AnSinh.SocialProtection.Tests.Hosting;

namespace AnSinh.SocialProtection.Tests.SupportLists;

/// <summary>Programmes and rows of support lists for tests.</summary>
sealed class Lists(ProtectionHost host)
{
    public SupportListService.SupportListServiceClient Officer => new(host.Officer);

    public SupportListService.SupportListServiceClient Approver => new(host.Approver);

    public static SupportProgramme Relief() => new()
    {
        Code = $"NQ42-{Guid.NewGuid():N}",
        DisplayName = "Nghị quyết 42/NQ-CP",
        Kind = SupportKind.Relief,
        AreaCode = "42",
        LegalBasis = "Nghị quyết 42/NQ-CP ngày 09/4/2020",
        FromDate = Samples.Day(2020, 4, 9),
        ToDate = Samples.Day(2020, 12, 31),
        Groups =
        {
            new SupportProgrammeGroup { Code = "merit", Recipient = RecipientKind.Person, CeilingVnd = 1_500_000, CountPeople = true },
            new SupportProgrammeGroup { Code = "household_business", Recipient = RecipientKind.HouseholdBusiness, CeilingVnd = 3_000_000 },
        },
    };

    public static SupportProgramme Gifts() => new()
    {
        Code = $"TET-{Guid.NewGuid():N}",
        DisplayName = "Tết Canh Tý",
        Kind = SupportKind.Gift,
        AreaCode = "42",
        LegalBasis = "Quyết định về quà Tết",
        FromDate = Samples.Day(2020, 1, 1),
        Groups = { new SupportProgrammeGroup { Code = "elderly", Recipient = RecipientKind.Person, LevelsVnd = { 200_000, 400_000 } } },
    };

    public async Task<SupportProgramme> CreateAsync(SupportProgramme programme) =>
        await Officer.CreateSupportProgrammeAsync(new CreateSupportProgrammeRequest { Programme = programme, RequestId = Samples.RequestId() });

    public static SupportEntry Entry(SupportProgramme programme, string number, long amount = 1_500_000, string area = Samples.Commune) => new()
    {
        Programme = programme.Name,
        Group = programme.Groups[0].Code,
        Person = Samples.Person(number, area),
        AmountVnd = amount,
        AreaCode = area,
        DeclaredOn = Samples.Day(2020, 4, 10),
    };

    public static SupportEntry Approved(SupportEntry entry, int day = 28)
    {
        entry.DecisionNo = "1234/QĐ-UBND";
        entry.ApprovedOn = Samples.Day(2020, 4, day);
        return entry;
    }

    public Task<(IReadOnlyList<ImportRowResult> Rows, ImportSummary Summary)> ImportAsync(params IReadOnlyList<SupportEntry> entries) => ImportAsync(Officer, entries);

    public static Task<(IReadOnlyList<ImportRowResult> Rows, ImportSummary Summary)> ImportAsync(
        SupportListService.SupportListServiceClient client, IReadOnlyList<SupportEntry> entries)
    {
        var rows = new SupportEntryRows();
        rows.Rows.AddRange(entries.Select((entry, at) => new SupportEntryRow { Line = at + 2, Entry = entry }));
        return Importing.SendAsync(
            client.ImportSupportEntries(),
            new ImportSupportEntriesRequest { Options = new ImportOptions { FileName = "danh-sach.csv" } },
            new ImportSupportEntriesRequest { Rows = rows });
    }

    public static SupportDeliveryRow Delivery(SupportProgramme programme, string number, long amount = 1_500_000, string area = Samples.Commune) => new()
    {
        Programme = programme.Name,
        Person = Samples.Person(number, area),
        AreaCode = area,
        AmountVnd = amount,
        DeliveredOn = Samples.Day(2020, 5, 5),
    };

    public Task<(IReadOnlyList<ImportRowResult> Rows, ImportSummary Summary)> DeliverAsync(params IReadOnlyList<SupportDeliveryRow> deliveries)
    {
        var rows = new SupportDeliveryRows();
        rows.Rows.AddRange(deliveries.Select((delivery, at) =>
        {
            delivery.Line = at + 2;
            return delivery;
        }));
        return Importing.SendAsync(
            Officer.ImportSupportDeliveries(),
            new ImportSupportDeliveriesRequest { Options = new ImportOptions { FileName = "chi-tra.csv" } },
            new ImportSupportDeliveriesRequest { Rows = rows });
    }

    public async Task<SupportEntry> GetAsync(string name) => await Officer.GetSupportEntryAsync(new GetSupportEntryRequest { Name = name });
}
