using System.Text;
using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Placements.Csv;
using AnSinh.Employment.Tests.Hosting;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Csv;

public sealed class EmploymentImportClientTests(EmploymentHost service) : IClassFixture<EmploymentHost>
{
    const string Header = "full_name,citizen_number,birth_date,area_code,channel,start_date\n";

    [Fact]
    public async Task BadCellsAndBadRows_AreRefusedAndTheRestIsKept()
    {
        var text = Header + Line() + Line().Replace("2026-03-02", "hôm qua") + Line().Replace("18073", "99999") + Line();
        var (summary, results) = await Import(text, new PlacementImportSettings { FileName = "mau.csv" });
        summary.ShouldBe(new ImportSummary { Received = 4, Recorded = 2, Refused = 2 });
        results.OrderBy(result => result.Line).Select(result => (result.Line, result.Outcome)).ShouldBe([
            (2, ImportOutcome.Recorded), (3, ImportOutcome.Refused), (4, ImportOutcome.Refused), (5, ImportOutcome.Recorded)]);
        results.Single(result => result.Line == 3).Violations.Single().Reason.ShouldBe("csv.date_invalid");
        results.Single(result => result.Line == 4).Violations.Single().Reason.ShouldBe("area.unknown");
    }

    [Fact]
    public async Task AllOrNothing_WithABadCell_SendsNothing()
    {
        var good = Line();
        var (summary, _) = await Import(Header + good + Line().Replace("domestic", "?"), new PlacementImportSettings { AllOrNothing = true });
        summary.ShouldBe(new ImportSummary { Received = 2, NotApplied = 1, Refused = 1 });
        (await service.Workers.ListWorkersAsync(new ListWorkersRequest { CitizenNumber = good.Split(',')[1] })).Workers.ShouldBeEmpty();
    }

    [Fact]
    public async Task SameFileTwice_ChangesNothing()
    {
        var text = Header + string.Concat(Enumerable.Range(0, 1_200).Select(_ => Line()));
        (await Import(text, new PlacementImportSettings { AllOrNothing = true })).Summary.Recorded.ShouldBe(1_200);
        (await Import(text, new PlacementImportSettings())).Summary.ShouldBe(new ImportSummary { Received = 1_200, AlreadyPresent = 1_200 });
        (await Import(text, new PlacementImportSettings { DryRun = true })).Summary.DryRun.ShouldBeTrue();
    }

    [Fact]
    public async Task WrongHeader_IsRefusedBeforeAnythingIsSent()
    {
        await Should.ThrowAsync<CsvRefusedException>(Import("ten,ngay\nx,y\n", new PlacementImportSettings()));
        await Should.ThrowAsync<CsvRefusedException>(Import("ten,ngay\nx,y\n", new PlacementImportSettings { AllOrNothing = true }));
    }

    [Fact]
    public async Task RefusalOfTheService_ReachesTheCaller()
    {
        var viewer = service.Host.Channel(service.Host.Token("employment-viewer"));
        var thrown = await Should.ThrowAsync<RpcException>(EmploymentImportClient.ImportPlacementsAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(Header + Line())), viewer, new PlacementImportSettings(), null, CancellationToken.None));
        thrown.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    async Task<(ImportSummary Summary, List<ImportRowResult> Results)> Import(string text, PlacementImportSettings settings)
    {
        var results = new Gathered();
        var summary = await EmploymentImportClient.ImportPlacementsAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(text)), service.Officer, settings, results, CancellationToken.None);
        results.Rows.Count.ShouldBe((int)summary.Received);
        return (summary, results.Rows);
    }

    static string Line() => $"Công dân Mẫu,{Samples.Number()},1985,18073,domestic,2026-03-02\n";

    sealed class Gathered : IProgress<PlacementImportProgress>
    {
        public List<ImportRowResult> Rows { get; } = [];

        public void Report(PlacementImportProgress value)
        {
            Rows.AddRange(value.Results);
            value.Answered.ShouldBe(Rows.Count);
        }
    }
}
