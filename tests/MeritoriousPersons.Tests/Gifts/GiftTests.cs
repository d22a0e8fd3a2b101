using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Merit.V1;
using AnSinh.Contracts.Support.V1;
using AnSinh.MeritoriousPersons.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.MeritoriousPersons.Tests.Gifts;

/// <summary>Gift campaigns and houses over the shared kernel: that this service serves them, with its own roles. The kernel's rules have tests of their own.</summary>
public sealed class GiftTests(MeritHost service) : IClassFixture<MeritHost>
{
    [Fact]
    public async Task Campaign_FromListToDelivery_OnePersonOneGift()
    {
        var gifts = new GiftService.GiftServiceClient(service.Officer);
        var campaign = await gifts.CreateSupportProgrammeAsync(Campaign("TET-2026"));
        var entry = new SupportEntry
        {
            Programme = campaign.Name,
            Group = "ncc",
            Person = Samples.Person(),
            AmountVnd = 300_000,
            AreaCode = Samples.Commune,
            DecisionNo = "01/QĐ-CTN",
            ApprovedOn = Samples.Day(2026, 1, 20),
        };
        var richer = entry.Clone();
        richer.AmountVnd = 600_000;
        var odd = entry.Clone();
        (odd.Person, odd.AmountVnd) = (Samples.Person(), 450_000);
        var results = await Entries(gifts, [entry, richer, odd]);
        results.Select(result => result.Outcome).ShouldBe([ImportOutcome.Recorded, ImportOutcome.Refused, ImportOutcome.Refused]);
        results[1].Violations.Single().Reason.ShouldBe("support.recipient_listed_twice");
        var totals = await gifts.GetSupportTotalsAsync(new GetSupportTotalsRequest { Programme = campaign.Name });
        totals.Totals.Single().ShouldBe(new SupportTotal { Group = "ncc", State = SupportEntryState.Approved, Entries = 1, AmountVnd = 300_000 });
    }

    [Fact]
    public async Task Campaign_MadeByAClerk_IsRefused() => await Refused.With(
        new GiftService.GiftServiceClient(service.As("merit-clerk")).CreateSupportProgrammeAsync(Campaign("TET-2025")), StatusCode.PermissionDenied, "permission.missing");

    [Fact]
    public async Task House_OfAMeritoriousPerson_IsRecordedAndCompleted()
    {
        var houses = new MeritHousingService.MeritHousingServiceClient(service.Officer);
        var house = await houses.RecordHousingAsync(new RecordHousingRequest
        {
            Housing = new HousingSupport
            {
                Beneficiary = HousingBeneficiary.Merit,
                Person = Samples.Person(),
                AreaCode = Samples.Commune,
                Fund = "Ngân sách",
                Work = HousingWork.Build,
                AmountVnd = 60_000_000,
                StartedOn = Samples.Day(2026, 2, 2),
            },
            RequestId = Samples.RequestId(),
        });
        house = await houses.CompleteHousingAsync(new CompleteHousingRequest
        {
            Name = house.Name,
            Etag = house.Etag,
            CompletedOn = Samples.Day(2026, 6, 1),
            RequestId = Samples.RequestId(),
        });
        house.State.ShouldBe(HousingState.Completed);
        var events = await service.Host.EventsAsync("merit", 1);
        events.ShouldContain(one => one.Type == "ansinh.support.v1.HousingCompleted");
    }

    static CreateSupportProgrammeRequest Campaign(string code) => new()
    {
        Programme = new SupportProgramme
        {
            Code = code,
            DisplayName = "Tết Bính Ngọ",
            Kind = SupportKind.Gift,
            AreaCode = "42",
            LegalBasis = "Quyết định 01/QĐ-CTN",
            FromDate = Samples.Day(2026, 1, 1),
            ToDate = Samples.Day(2026, 2, 28),
            Groups = { new SupportProgrammeGroup { Code = "ncc", Recipient = RecipientKind.Person, LevelsVnd = { 300_000, 600_000 } } },
        },
        RequestId = Samples.RequestId(),
    };

    static async Task<List<ImportRowResult>> Entries(GiftService.GiftServiceClient gifts, IEnumerable<SupportEntry> entries)
    {
        using var call = gifts.ImportSupportEntries();
        await call.RequestStream.WriteAsync(new ImportSupportEntriesRequest { Options = new ImportOptions { FileName = "tet.csv" } });
        var rows = entries.Select((entry, at) => new SupportEntryRow { Line = at + 2, Entry = entry });
        await call.RequestStream.WriteAsync(new ImportSupportEntriesRequest { Rows = new SupportEntryRows { Rows = { rows } } });
        await call.RequestStream.CompleteAsync();
        var results = new List<ImportRowResult>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            results.AddRange(response.Results);
        }

        return results;
    }
}
