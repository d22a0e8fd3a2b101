using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Placements;

public sealed class RecordPlacementTests(EmploymentHost service) : IClassFixture<EmploymentHost>
{
    [Fact]
    public async Task Record_GivesBackWhatWasRecorded()
    {
        var request = Samples.Record(Samples.Overseas(), employer: Samples.Employer("0100100100"));
        var recorded = await service.Placements.RecordPlacementAsync(request);
        recorded.Name.ShouldStartWith("placements/");
        recorded.State.ShouldBe(PlacementState.Recorded);
        recorded.Etag.ShouldBe("1");
        recorded.Overseas.ShouldBe(request.Placement.Overseas);
        recorded.CreateTime.ToDateTimeOffset().ShouldBe(service.Host.Time.GetUtcNow());
        (await service.Placements.GetPlacementAsync(new GetPlacementRequest { Name = recorded.Name })).ShouldBe(recorded);
        var worker = await service.Workers.GetWorkerAsync(new GetWorkerRequest { Name = recorded.Worker });
        worker.FullName.ShouldBe(request.NewWorker.FullName);
        (await service.Employers.GetEmployerAsync(new GetEmployerRequest { Name = recorded.Employer })).TaxCode.ShouldBe("0100100100");
    }

    [Fact]
    public async Task Record_WhenNumberAndTaxCodeAreKnown_FindsWorkerAndEmployer()
    {
        var worker = Samples.Worker();
        var first = await service.Placements.RecordPlacementAsync(Samples.Record(worker: worker, employer: Samples.Employer("0100100200")));
        var second = await service.Placements.RecordPlacementAsync(Samples.Record(Samples.Loan(), worker, Samples.Employer("0100100200")));
        second.Worker.ShouldBe(first.Worker);
        second.Employer.ShouldBe(first.Employer);
        second.Name.ShouldNotBe(first.Name);
    }

    [Fact]
    public async Task Record_WhenWorkerAndEmployerAreNamed_UsesThem()
    {
        var worker = await service.Workers.RegisterWorkerAsync(new RegisterWorkerRequest { Worker = Samples.Worker(), RequestId = Samples.RequestId() });
        var employer = await service.Employers.RegisterEmployerAsync(new RegisterEmployerRequest { Employer = Samples.Employer("0100100300"), RequestId = Samples.RequestId() });
        var placement = Samples.Domestic();
        (placement.Worker, placement.Employer) = (worker.Name, employer.Name);
        var recorded = await service.Placements.RecordPlacementAsync(new RecordPlacementRequest { Placement = placement, RequestId = Samples.RequestId() });
        recorded.Worker.ShouldBe(worker.Name);
        recorded.Employer.ShouldBe(employer.Name);
    }

    [Fact]
    public async Task Record_WhenTheSameIsInForce_IsRefusedWithItsName()
    {
        var worker = Samples.Worker();
        var first = await service.Placements.RecordPlacementAsync(Samples.Record(worker: worker));
        var refusal = await Refused.With(service.Placements.RecordPlacementAsync(Samples.Record(worker: worker)), StatusCode.AlreadyExists, "placement.duplicate");
        refusal.Metadata["placement"].ShouldBe(first.Name);
        var nameless = Samples.WorkerWithoutNumber("Công dân Trùng");
        first = await service.Placements.RecordPlacementAsync(Samples.Record(worker: nameless));
        refusal = await Refused.With(service.Placements.RecordPlacementAsync(Samples.Record(worker: nameless)), StatusCode.AlreadyExists, "placement.duplicate");
        refusal.Metadata["placement"].ShouldBe(first.Name);
    }

    [Fact]
    public async Task Record_WhenTheEarlierOneWasVoided_IsRecordedAnew()
    {
        foreach (var worker in new[] { Samples.Worker(), Samples.WorkerWithoutNumber("Công dân Hủy") })
        {
            var first = await service.Placements.RecordPlacementAsync(Samples.Record(worker: worker));
            await service.Placements.VoidPlacementAsync(new VoidPlacementRequest { Name = first.Name, Etag = first.Etag, Reason = "Ghi nhầm", RequestId = Samples.RequestId() });
            (await service.Placements.RecordPlacementAsync(Samples.Record(worker: worker))).Name.ShouldNotBe(first.Name);
        }
    }

    [Fact]
    public async Task Record_WhenWorkerOrEmployerIsNotThere_IsRefused()
    {
        var placement = Samples.Domestic();
        placement.Worker = $"workers/{Guid.NewGuid()}";
        await Refused.With(
            service.Placements.RecordPlacementAsync(new RecordPlacementRequest { Placement = placement, RequestId = Samples.RequestId() }),
            StatusCode.NotFound, "worker.not_found");
        placement = Samples.Domestic();
        placement.Employer = $"employers/{Guid.NewGuid()}";
        await Refused.With(service.Placements.RecordPlacementAsync(Samples.Record(placement)), StatusCode.NotFound, "employer.not_found");
        placement.Employer = "employers/1";
        await Refused.Field(service.Placements.RecordPlacementAsync(Samples.Record(placement)), "placement.employer", "name.malformed");
    }

    [Fact]
    public async Task Record_AtThe15thBirthday_IsAllowed_ADayBefore_IsNot()
    {
        var worker = Samples.Worker();
        (worker.CitizenNumber, worker.BirthDate) = ("", Samples.Day(2011, 3, 2));
        (await service.Placements.RecordPlacementAsync(Samples.Record(worker: worker))).State.ShouldBe(PlacementState.Recorded);
        worker.BirthDate = Samples.Day(2011, 3, 3);
        await Refused.Field(service.Placements.RecordPlacementAsync(Samples.Record(worker: worker)), "placement.start_date", "placement.worker_too_young");
    }

    [Fact]
    public async Task Record_OnADayWhenTheFormerCommuneStood_IsAllowed()
    {
        var placement = Samples.Domestic();
        (placement.AreaCode, placement.StartDate) = (Samples.FormerCommune, Samples.Day(2025, 6, 30));
        var worker = Samples.Worker();
        worker.AreaCode = "";
        var recorded = await service.Placements.RecordPlacementAsync(Samples.Record(placement, worker));
        recorded.AreaCode.ShouldBe(Samples.FormerCommune);
        (await service.Workers.GetWorkerAsync(new GetWorkerRequest { Name = recorded.Worker })).AreaCode.ShouldBe(Samples.FormerCommune);
    }

    [Fact]
    public async Task Record_WhenThingsAreWrong_NamesThemAll()
    {
        var request = Samples.Record();
        request.Placement.AreaCode = "99999";
        request.Placement.OccupationCode = "7x";
        request.NewWorker.FullName = " ";
        var refusal = await Refused.With(service.Placements.RecordPlacementAsync(request), StatusCode.InvalidArgument, "area.unknown");
        refusal.Violations.Select(violation => violation.Field).ShouldBe(["placement.area_code", "placement.occupation_code", "new_worker.full_name"]);
    }
}
