using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Placements;

/// <summary>One bad thing at a time, through the API; nothing may be left behind.</summary>
public sealed class PlacementRulesTests(EmploymentHost service) : IClassFixture<EmploymentHost>
{
    public static TheoryData<string, string, string> BadPlacements => new()
    {
        { "no channel", "placement.channel", "placement.channel_required" },
        { "no start", "placement.start_date", "placement.start_date_required" },
        { "no day", "placement.start_date", "date.invalid" },
        { "30 February", "placement.start_date", "date.invalid" },
        { "tomorrow", "placement.start_date", "placement.start_date_in_future" },
        { "1900", "placement.start_date", "placement.start_date_too_early" },
        { "before birth", "placement.start_date", "placement.start_before_birth" },
        { "too young", "placement.start_date", "placement.worker_too_young" },
        { "no area", "placement.area_code", "area.required" },
        { "unknown area", "placement.area_code", "area.unknown" },
        { "province", "placement.area_code", "area.not_commune" },
        { "gone commune", "placement.area_code", "area.not_valid_on_date" },
        { "occupation", "placement.occupation_code", "placement.occupation_code_malformed" },
        { "domestic with terms abroad", "placement.overseas", "placement.overseas_not_allowed" },
        { "domestic with loan", "placement.loan", "placement.loan_not_allowed" },
        { "abroad without terms", "placement.overseas", "placement.overseas_required" },
        { "market", "placement.overseas.market_code", "placement.market_code_malformed" },
        { "months 0", "placement.overseas.contract_months", "placement.contract_months_out_of_range" },
        { "months 121", "placement.overseas.contract_months", "placement.contract_months_out_of_range" },
        { "return before start", "placement.overseas.return_date", "placement.return_before_start" },
        { "return tomorrow", "placement.overseas.return_date", "placement.return_in_future" },
        { "loan without terms", "placement.loan", "placement.loan_required" },
        { "loan of nothing", "placement.loan.amount_vnd", "placement.loan_amount_invalid" },
        { "loan reference", "placement.loan.project_ref", "placement.loan_project_ref_too_long" },
    };

    [Theory]
    [MemberData(nameof(BadPlacements))]
    public async Task Record_WhenOneThingIsWrong_IsRefusedAndChangesNothing(string what, string field, string code)
    {
        var request = Samples.Record(Spoil(what));
        if (what == "before birth")
        {
            request.Placement.StartDate = Samples.Day(1985, 3, 13);
            request.Placement.AreaCode = Samples.FormerCommune;
        }
        else if (what == "too young")
        {
            request.Placement.StartDate = Samples.Day(2000, 3, 13);
            request.Placement.AreaCode = Samples.FormerCommune;
        }

        await Refused.Field(service.Placements.RecordPlacementAsync(request), field, code);
        (await service.Workers.ListWorkersAsync(new ListWorkersRequest { CitizenNumber = request.NewWorker.CitizenNumber })).Workers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("04208500000", "worker.citizen_number_malformed")]
    [InlineData("0420850000011", "worker.citizen_number_malformed")]
    [InlineData("04208500000x", "worker.citizen_number_malformed")]
    [InlineData("٠42085000001", "worker.citizen_number_malformed")]
    [InlineData("000085000001", "worker.citizen_number_impossible")]
    [InlineData("042227000001", "worker.citizen_number_impossible")]
    [InlineData("042485000001", "worker.citizen_number_impossible")]
    public async Task Record_WhenTheCitizenNumberIsBad_IsRefused(string number, string code) => await Refused.Field(
        service.Placements.RecordPlacementAsync(Samples.Record(worker: Samples.Worker(number))), "new_worker.citizen_number", code);

    [Fact]
    public async Task Record_WhenWorkerIsMissingOrGivenTwice_IsRefused()
    {
        var request = Samples.Record();
        request.NewWorker = null;
        await Refused.Field(service.Placements.RecordPlacementAsync(request), "new_worker", "worker.required");
        request = Samples.Record();
        request.Placement.Worker = $"workers/{Guid.NewGuid()}";
        await Refused.Field(service.Placements.RecordPlacementAsync(request), "new_worker", "worker.given_twice");
        request = Samples.Record(employer: Samples.Employer());
        request.Placement.Employer = $"employers/{Guid.NewGuid()}";
        await Refused.Field(service.Placements.RecordPlacementAsync(request), "new_employer", "employer.given_twice");
    }

    Placement Spoil(string what)
    {
        var placement = what.Contains("loan", StringComparison.Ordinal) && !what.StartsWith("domestic", StringComparison.Ordinal) ? Samples.Loan()
            : what is "abroad without terms" or "market" or "months 0" or "months 121" or "return before start" or "return tomorrow" ? Samples.Overseas()
            : Samples.Domestic();
        switch (what)
        {
            case "no channel": placement.Channel = Channel.Unspecified; break;
            case "no start": placement.StartDate = null; break;
            case "no day": placement.StartDate = Samples.Day(2026, 3, 0); break;
            case "30 February": placement.StartDate = Samples.Day(2026, 2, 30); break;
            case "tomorrow": placement.StartDate = Samples.Day(service.Today.AddDays(1)); break;
            case "1900": placement.StartDate = Samples.Day(1900, 1, 1); break;
            case "no area": placement.AreaCode = ""; break;
            case "unknown area": placement.AreaCode = "99999"; break;
            case "province": placement.AreaCode = "42"; break;
            case "gone commune": placement.AreaCode = Samples.FormerCommune; break;
            case "occupation": placement.OccupationCode = "123456"; break;
            case "domestic with terms abroad": placement.Overseas = new OverseasTerms { MarketCode = "JP", ContractMonths = 12 }; break;
            case "domestic with loan": placement.Loan = new LoanTerms { AmountVnd = 1 }; break;
            case "abroad without terms": placement.Overseas = null; break;
            case "market": placement.Overseas.MarketCode = "jp"; break;
            case "months 0": placement.Overseas.ContractMonths = 0; break;
            case "months 121": placement.Overseas.ContractMonths = 121; break;
            case "return before start": placement.Overseas.ReturnDate = Samples.Day(2026, 3, 1); break;
            case "return tomorrow": placement.Overseas.ReturnDate = Samples.Day(service.Today.AddDays(1)); break;
            case "loan without terms": placement.Loan = null; break;
            case "loan of nothing": placement.Loan.AmountVnd = 0; break;
            case "loan reference": placement.Loan.ProjectRef = new string('x', 51); break;
        }

        return placement;
    }
}
