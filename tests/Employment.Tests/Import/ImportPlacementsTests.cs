using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Data;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Import;

public sealed class ImportPlacementsTests : IAsyncLifetime
{
    ServiceTestHost host = null!;
    CallInvoker officer = null!;

    PlacementService.PlacementServiceClient Placements => new(officer);

    public async Task InitializeAsync()
    {
        host = await ServiceTestHost.StartAsync(builder => builder.AddEmployment());
        officer = host.Channel(host.Token("employment-officer"));
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task KeepGood_WithABadRowInTheMiddle_SavesTheOthersAndSaysWhatIsWrong()
    {
        var rows = Enumerable.Range(2, 5).Select(line => Samples.Row(line, employer: Samples.Employer("0100400100"))).ToList();
        rows[2].Placement.StartDate = Samples.Day(2027, 1, 1);
        var (results, summary) = await Importing.Run(officer, rows);
        results.Select(result => result.Line).ShouldBe([2, 3, 4, 5, 6]);
        results.Where(result => result.Line != 4).ShouldAllBe(result => result.Outcome == ImportOutcome.Recorded && result.Violations.Count == 0);
        results[2].Outcome.ShouldBe(ImportOutcome.Refused);
        results[2].Resource.ShouldBeEmpty();
        results[2].Violations.Single().ShouldSatisfyAllConditions(
            violation => violation.Field.ShouldBe("placement.start_date"),
            violation => violation.Reason.ShouldBe("placement.start_date_in_future"),
            violation => violation.Description.ShouldContain("15/06/2026"));
        summary.ShouldBe(new ImportSummary { Received = 5, Recorded = 4, Refused = 1 });
        (await Everything()).Select(one => one.Name).ShouldBe(results.Where(one => one.Resource.Length > 0).Select(one => one.Resource), ignoreOrder: true);
        (await Everything()).ShouldAllBe(one => one.Etag == "1");
    }

    [Fact]
    public async Task SameFileTwice_ChangesNothing_AlsoForPeopleWithoutNumbers()
    {
        var rows = Enumerable.Range(2, 3).Select(line => Samples.Row(line)).ToList();
        rows.AddRange(Enumerable.Range(5, 3).Select(line => Samples.Row(line, worker: Samples.WorkerWithoutNumber())));
        var (first, _) = await Importing.Run(officer, rows);
        first.ShouldAllBe(result => result.Outcome == ImportOutcome.Recorded);
        first.Select(result => result.Resource).Distinct().Count().ShouldBe(6, "three people of one name are three people");
        var before = await Counts();
        var (second, summary) = await Importing.Run(officer, rows, rowsInMessage: 1);
        second.ShouldAllBe(result => result.Outcome == ImportOutcome.AlreadyPresent);
        second.Select(result => result.Resource).ShouldBe(first.Select(result => result.Resource));
        summary.ShouldBe(new ImportSummary { Received = 6, AlreadyPresent = 6 });
        (await Counts()).ShouldBe(before);
    }

    [Fact]
    public async Task VoidedRecord_StaysVoided_WhenItsFileComesAgain()
    {
        var rows = new[] { Samples.Row(2) };
        var (first, _) = await Importing.Run(officer, rows);
        await Placements.VoidPlacementAsync(new VoidPlacementRequest { Name = first[0].Resource, Etag = "1", Reason = "Nhầm", RequestId = Samples.RequestId() });
        var (second, _) = await Importing.Run(officer, rows);
        second.Single().ShouldBe(new ImportRowResult { Line = 2, Outcome = ImportOutcome.AlreadyPresent, Resource = first[0].Resource });
    }

    [Fact]
    public async Task CorrectedRecord_IsMetByItsOldFile()
    {
        var rows = new[] { Samples.Row(2) };
        var (first, _) = await Importing.Run(officer, rows);
        var placement = await Placements.GetPlacementAsync(new GetPlacementRequest { Name = first[0].Resource });
        placement.StartDate = Samples.Day(2026, 3, 20);
        await Placements.CorrectPlacementAsync(new CorrectPlacementRequest { Placement = placement, Reason = "Nhầm ngày", RequestId = Samples.RequestId() });
        var (second, _) = await Importing.Run(officer, rows);
        second.Single().Outcome.ShouldBe(ImportOutcome.AlreadyPresent);
        rows[0].Placement.StartDate = Samples.Day(2026, 3, 20);
        var (third, _) = await Importing.Run(officer, rows);
        third.Single().ShouldBe(new ImportRowResult { Line = 2, Outcome = ImportOutcome.AlreadyPresent, Resource = first[0].Resource });
    }

    [Fact]
    public async Task RowWithANumberTwiceInAFile_IsRefusedNamingTheFirstLine()
    {
        var worker = Samples.Worker();
        var (results, _) = await Importing.Run(officer, [Samples.Row(2, worker: worker), Samples.Row(3), Samples.Row(4, worker: worker)], rowsInMessage: 1);
        results[2].Outcome.ShouldBe(ImportOutcome.Refused);
        results[2].Violations.Single().Reason.ShouldBe("placement.duplicate_in_file");
        results[2].Violations.Single().Description.ShouldContain("dòng 2");
    }

    [Fact]
    public async Task OnePersonAndOneEmployerInManyRows_AreRegisteredOnce()
    {
        var worker = Samples.Worker();
        var household = Samples.Employer();
        household.DisplayName = "Hộ kinh doanh Nhập";
        var (results, _) = await Importing.Run(officer, [Samples.Row(2, worker: worker, employer: household), Samples.Row(3, Samples.Loan(), worker, household)]);
        results.ShouldAllBe(result => result.Outcome == ImportOutcome.Recorded);
        (await Counts()).ShouldBe((1, 1, 2));
        var events = await host.EventsAsync("employment", atLeast: 4);
        events.Select(told => told.Type.Split('.')[^1]).ShouldBe(["WorkerRegistered", "EmployerRegistered", "PlacementRecorded", "PlacementRecorded"]);
    }

    [Fact]
    public async Task RowsNamingRecords_UseThem_AndRefuseUnknownOnes()
    {
        var (first, _) = await Importing.Run(officer, [Samples.Row(2, employer: Samples.Employer("0100400200"))]);
        var known = await Placements.GetPlacementAsync(new GetPlacementRequest { Name = first[0].Resource });
        var named = new PlacementRow { Line = 3, Placement = Samples.Loan() };
        (named.Placement.Worker, named.Placement.Employer) = (known.Worker, known.Employer);
        var unknown = named.Clone();
        (unknown.Line, unknown.Placement.Worker, unknown.Placement.Employer) = (4, $"workers/{Guid.NewGuid()}", $"employers/{Guid.NewGuid()}");
        var again = new PlacementRow { Line = 5, Placement = Samples.Domestic() };
        (again.Placement.Worker, again.Placement.Employer) = (known.Worker, known.Employer);
        var (results, _) = await Importing.Run(officer, [named, unknown, again]);
        results.Select(result => result.Outcome).ShouldBe([ImportOutcome.Recorded, ImportOutcome.Refused, ImportOutcome.AlreadyPresent]);
        results[1].Violations.Select(violation => violation.Reason).ShouldBe(["worker.not_found", "employer.not_found"]);
        results[2].Resource.ShouldBe(first[0].Resource);
    }

    [Fact]
    public async Task FormerNumber_FindsTheWorkerAndTheirPlacement()
    {
        var row = Samples.Row(2);
        var (first, _) = await Importing.Run(officer, [row]);
        var placement = await Placements.GetPlacementAsync(new GetPlacementRequest { Name = first[0].Resource });
        var number = Samples.Number();
        await new WorkerService.WorkerServiceClient(officer).IdentifyWorkerAsync(new IdentifyWorkerRequest
        {
            Name = placement.Worker,
            Etag = "1",
            CitizenNumber = number,
            Reason = "Xác lập lại",
            RequestId = Samples.RequestId(),
        });
        var renumbered = row.Clone();
        renumbered.Worker.CitizenNumber = number;
        var loan = row.Clone();
        (loan.Line, loan.Placement) = (3, Samples.Loan());
        var (results, _) = await Importing.Run(officer, [renumbered, loan]);
        results[0].ShouldBe(new ImportRowResult { Line = 2, Outcome = ImportOutcome.AlreadyPresent, Resource = first[0].Resource });
        (await Placements.GetPlacementAsync(new GetPlacementRequest { Name = results[1].Resource })).Worker.ShouldBe(placement.Worker);
    }

    [Fact]
    public async Task KnownWorker_IsJudgedByTheirRegisteredDateOfBirth()
    {
        var young = Samples.Worker("042212000001");
        (young.BirthDate, young.Sex) = (Samples.Day(2012, 1, 1), Sex.Male);
        await new WorkerService.WorkerServiceClient(officer).RegisterWorkerAsync(new RegisterWorkerRequest { Worker = young, RequestId = Samples.RequestId() });
        var claimed = young.Clone();
        claimed.BirthDate = Samples.Day(2001, 1, 1);
        var (results, _) = await Importing.Run(officer, [Samples.Row(2, worker: claimed)]);
        results.Single().Violations.Single().Reason.ShouldBe("placement.worker_too_young");
    }

    [Fact]
    public async Task RowsOutsideTheCallersAreas_AreRefusedOneByOne()
    {
        var row = Samples.Row(3);
        row.Placement.AreaCode = Samples.ForeignCommune;
        row.Worker.AreaCode = Samples.ForeignCommune;
        var (results, _) = await Importing.Run(host.Channel(host.Token(["42"], "employment-officer")), [Samples.Row(2), row]);
        results.Select(result => result.Outcome).ShouldBe([ImportOutcome.Recorded, ImportOutcome.Refused]);
        results[1].Violations.Single().ShouldSatisfyAllConditions(
            violation => violation.Field.ShouldBe("placement.area_code"), violation => violation.Reason.ShouldBe("area.out_of_scope"));
    }

    [Fact]
    public async Task ManyRows_GoThroughSeveralTransactions()
    {
        var (results, summary) = await Importing.Run(officer, Enumerable.Range(2, 2_500).Select(line => Samples.Row(line)), rowsInMessage: 700);
        summary.Recorded.ShouldBe(2_500);
        results.Select(result => result.Line).ShouldBe(Enumerable.Range(2, 2_500).Select(line => (long)line));
        var events = await host.EventsAsync("employment", atLeast: 5_000);
        events.Count.ShouldBe(5_000);
        await using var scope = host.Services.CreateAsyncScope();
        var audits = await scope.ServiceProvider.GetRequiredService<EmploymentDb>().Audit.ToListAsync();
        audits.ShouldAllBe(audit => audit.Actor == "tester" && audit.Target.EndsWith("of mau.csv") && audit.Outcome == "ok");
    }

    async Task<IReadOnlyList<Placement>> Everything() => (await Placements.ListPlacementsAsync(new ListPlacementsRequest { PageSize = 1_000 })).Placements;

    async Task<(int Workers, int Employers, int Placements)> Counts()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EmploymentDb>();
        return (await db.Workers.CountAsync(), await db.Employers.CountAsync(), await db.Placements.CountAsync());
    }
}
