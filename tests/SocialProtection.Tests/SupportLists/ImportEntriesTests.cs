using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Protection.V1;
using AnSinh.Contracts.Support.V1;
using AnSinh.SocialProtection.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.SocialProtection.Tests.SupportLists;

public sealed class ImportEntriesTests(ProtectionHost host) : IClassFixture<ProtectionHost>
{
    readonly Lists lists = new(host);

    [Fact]
    public async Task Import_OfADeclaredList_KeepsItDeclared_AndTheSameFileAgainChangesNothing()
    {
        var programme = await lists.CreateAsync(Lists.Relief());
        SupportEntry[] file = [Lists.Entry(programme, Samples.Number()), Lists.Entry(programme, Samples.Number(), 500_000)];

        var first = await lists.ImportAsync(file);
        var second = await lists.ImportAsync(file);

        first.Summary.Recorded.ShouldBe(2);
        second.Summary.AlreadyPresent.ShouldBe(2);
        second.Rows.Select(row => row.Resource).ShouldBe(first.Rows.Select(row => row.Resource));
        var entry = await lists.GetAsync(first.Rows[0].Resource);
        entry.State.ShouldBe(SupportEntryState.Declared);
        entry.Person.CitizenNumber.ShouldBe(file[0].Person.CitizenNumber);
    }

    [Fact]
    public async Task Import_OfOnePersonTwiceInOneProgramme_IsRefused_AndAllowedInAnother()
    {
        var programme = await lists.CreateAsync(Lists.Relief());
        var number = Samples.Number();
        await lists.ImportAsync(Lists.Approved(Lists.Entry(programme, number)));

        var again = await lists.ImportAsync(Lists.Approved(Lists.Entry(programme, number, 500_000), day: 29));
        var elsewhere = await lists.ImportAsync(Lists.Approved(Lists.Entry(await lists.CreateAsync(Lists.Relief()), number)));

        again.Rows[0].ShouldBeRefused("support.recipient_listed_twice");
        elsewhere.Summary.Recorded.ShouldBe(1);
        (await TotalAsync(programme)).ShouldBe((1, 1_500_000));
    }

    [Fact]
    public async Task Import_OfOnePersonTwiceInOneFile_RefusesTheSecondLine()
    {
        var programme = await lists.CreateAsync(Lists.Relief());
        var number = Samples.Number();

        var (rows, _) = await lists.ImportAsync(Lists.Entry(programme, number), Lists.Entry(programme, number));

        rows[0].Outcome.ShouldBe(ImportOutcome.Recorded);
        rows[1].ShouldBeRefused("support.recipient_listed_twice");
    }

    [Fact]
    public async Task Import_OfABusiness_IsToldByTaxCode_ElseByNameAndCommune()
    {
        var programme = await lists.CreateAsync(Lists.Relief());
        SupportEntry Business(string name, string taxCode, string area = Samples.Commune)
        {
            var entry = Lists.Entry(programme, "", 3_000_000, area);
            entry.Group = "household_business";
            entry.Business = new SupportBusiness { DisplayName = name, TaxCode = taxCode };
            return entry;
        }

        var (rows, summary) = await lists.ImportAsync(
            Business("Hộ kinh doanh Mẫu", "3000000001"), Business("Tên khác", "3000000001"), Business("Quán Mẫu", ""), Business("QUÁN MẪU", ""), Business("Quán Mẫu", "", Samples.OtherCommune));

        rows[1].ShouldBeRefused("support.recipient_listed_twice");
        rows[3].ShouldBeRefused("support.recipient_listed_twice");
        summary.Recorded.ShouldBe(3);
    }

    [Theory]
    [InlineData("support.amount_not_allowed")]
    [InlineData("support.amount_invalid")]
    [InlineData("support.group_unknown")]
    [InlineData("support.recipient_of_other_kind")]
    [InlineData("support.area_outside_programme")]
    [InlineData("support.programme_not_found")]
    [InlineData("support.programme_not_open")]
    [InlineData("support.decision_incomplete")]
    [InlineData("support.declared_too_late")]
    [InlineData("person.required")]
    public async Task Import_OfABadRow_IsRefused_AndChangesNothing(string code)
    {
        var programme = await lists.CreateAsync(Lists.Relief());
        var entry = Lists.Approved(Lists.Entry(programme, Samples.Number()));
        switch (code)
        {
            case "support.amount_not_allowed": entry.AmountVnd = 1_500_001; break;
            case "support.amount_invalid": entry.AmountVnd = 0; break;
            case "support.group_unknown": entry.Group = "poor"; break;
            case "support.recipient_of_other_kind": entry.Group = "household_business"; break;
            case "support.area_outside_programme": entry.AreaCode = "19753"; break;
            case "support.programme_not_found": entry.Programme = $"programmes/{Guid.NewGuid()}"; break;
            case "support.programme_not_open": entry.ApprovedOn = Samples.Day(2021, 1, 4); break;
            case "support.decision_incomplete": entry.DecisionNo = ""; break;
            case "support.declared_too_late": entry.DeclaredOn = Samples.Day(2020, 4, 29); break;
            default: entry.ClearRecipient(); break;
        }

        var (rows, _) = await lists.ImportAsync(entry);

        rows[0].ShouldBeRefused(code);
        (await TotalAsync(programme)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Import_OfAnApprovedList_ByWhoMayOnlyDeclare_IsRefused()
    {
        var programme = await lists.CreateAsync(Lists.Relief());
        var clerk = new SupportListService.SupportListServiceClient(host.As("clerk", "protection-clerk"));

        var (rows, _) = await Lists.ImportAsync(clerk, [Lists.Approved(Lists.Entry(programme, Samples.Number()))]);

        rows[0].ShouldBeRefused("support.take_over_not_allowed");
    }

    [Fact]
    public async Task Import_OfAnotherDistrictsList_IsRefused()
    {
        var programme = await lists.CreateAsync(Lists.Relief());
        var client = new SupportListService.SupportListServiceClient(host.OfficerOf("46"));

        var (rows, _) = await Lists.ImportAsync(client, [Lists.Entry(programme, Samples.Number())]);

        rows[0].ShouldBeRefused("area.out_of_scope");
    }

    [Fact]
    public async Task Gift_IsOneOfTheLevels()
    {
        var campaign = await lists.CreateAsync(Lists.Gifts());

        var (rows, _) = await lists.ImportAsync(
            Lists.Entry(campaign, Samples.Number(), 200_000), Lists.Entry(campaign, Samples.Number(), 400_000), Lists.Entry(campaign, Samples.Number(), 300_000));

        rows.Take(2).ShouldAllBe(row => row.Outcome == ImportOutcome.Recorded);
        rows[2].ShouldBeRefused("support.amount_not_allowed");
    }

    [Fact]
    public async Task Create_OfABadProgramme_IsRefused()
    {
        var programme = Lists.Relief();
        programme.Groups[1].CountPeople = true;
        programme.DisplayName = new string('x', 61);
        var call = lists.Officer.CreateSupportProgrammeAsync(new CreateSupportProgrammeRequest { Programme = programme, RequestId = Samples.RequestId() });

        var refusal = await Refused.With(call, StatusCode.InvalidArgument, "support.name_invalid");

        refusal.Violations.ShouldContain(violation => violation.Field == "programme.groups[1].count_people");
    }

    [Fact]
    public async Task Create_OfTheSameCodeTwice_IsRefused()
    {
        var programme = Lists.Relief();
        await lists.CreateAsync(programme);

        await Refused.With(
            lists.Officer.CreateSupportProgrammeAsync(new CreateSupportProgrammeRequest { Programme = programme, RequestId = Samples.RequestId() }),
            StatusCode.AlreadyExists, "support.programme_exists");
    }

    async Task<(long Entries, long AmountVnd)> TotalAsync(SupportProgramme programme)
    {
        var totals = await lists.Officer.GetSupportTotalsAsync(new GetSupportTotalsRequest { Programme = programme.Name });
        return (totals.Totals.Sum(one => one.Entries), totals.Totals.Sum(one => one.AmountVnd));
    }
}
