using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Placements;

/// <summary>An official of one area neither writes nor reads what belongs to another.</summary>
public sealed class ForeignAreaTests(EmploymentHost service) : IClassFixture<EmploymentHost>
{
    [Fact]
    public async Task Record_InAForeignCommune_IsDenied()
    {
        var placements = new PlacementService.PlacementServiceClient(service.OfficerOf("46"));
        await Refused.With(placements.RecordPlacementAsync(Samples.Record()), StatusCode.PermissionDenied, "area.out_of_scope");
        var workers = new WorkerService.WorkerServiceClient(service.OfficerOf("46"));
        await Refused.With(
            workers.RegisterWorkerAsync(new RegisterWorkerRequest { Worker = Samples.Worker(), RequestId = Samples.RequestId() }),
            StatusCode.PermissionDenied, "area.out_of_scope");
        var employers = new EmployerService.EmployerServiceClient(service.OfficerOf("46"));
        await Refused.With(
            employers.RegisterEmployerAsync(new RegisterEmployerRequest { Employer = Samples.Employer(), RequestId = Samples.RequestId() }),
            StatusCode.PermissionDenied, "area.out_of_scope");
    }

    [Fact]
    public async Task Record_ForAReusedCodeThatLayElsewhereOnTheDay_IsDenied()
    {
        // Until 30 June 2025 the code 18115 was a ward of Hồng Lĩnh (437), not of the town of Hà Tĩnh (436).
        var placement = Samples.Domestic();
        (placement.AreaCode, placement.StartDate) = (Samples.OtherCommune, Samples.Day(2025, 3, 2));
        var town = new PlacementService.PlacementServiceClient(service.OfficerOf("436"));
        await Refused.With(town.RecordPlacementAsync(Samples.Record(placement)), StatusCode.PermissionDenied, "area.out_of_scope");
    }

    [Fact]
    public async Task ForeignRecords_CannotBeReadOrChanged()
    {
        var placement = await service.Placements.RecordPlacementAsync(Samples.Record(employer: Samples.Employer("0100100600")));
        var calls = service.OfficerOf("46");
        var placements = new PlacementService.PlacementServiceClient(calls);
        var workers = new WorkerService.WorkerServiceClient(calls);
        await Denied(placements.GetPlacementAsync(new GetPlacementRequest { Name = placement.Name }));
        await Denied(placements.ListPlacementHistoryAsync(new ListPlacementHistoryRequest { Name = placement.Name }));
        await Denied(placements.CorrectPlacementAsync(new CorrectPlacementRequest { Placement = placement, Reason = "x", RequestId = Samples.RequestId() }));
        await Denied(placements.VoidPlacementAsync(new VoidPlacementRequest { Name = placement.Name, Etag = placement.Etag, Reason = "x", RequestId = Samples.RequestId() }));
        await Denied(placements.RecordReturnAsync(new RecordReturnRequest { Name = placement.Name, Etag = placement.Etag, RequestId = Samples.RequestId() }));
        await Denied(workers.GetWorkerAsync(new GetWorkerRequest { Name = placement.Worker }));
        await Denied(workers.IdentifyWorkerAsync(new IdentifyWorkerRequest { Name = placement.Worker, RequestId = Samples.RequestId() }));
        await Denied(new EmployerService.EmployerServiceClient(calls).GetEmployerAsync(new GetEmployerRequest { Name = placement.Employer }));
        (await service.Placements.GetPlacementAsync(new GetPlacementRequest { Name = placement.Name })).ShouldBe(placement);
    }

    [Fact]
    public async Task Correct_IntoAForeignCommune_IsDenied()
    {
        var placement = await service.Placements.RecordPlacementAsync(Samples.Record());
        placement.AreaCode = Samples.ForeignCommune;
        var own = new PlacementService.PlacementServiceClient(service.OfficerOf("42"));
        await Denied(own.CorrectPlacementAsync(new CorrectPlacementRequest { Placement = placement, Reason = "x", RequestId = Samples.RequestId() }));
    }

    [Fact]
    public async Task Lists_HoldOnlyTheCallersAreas()
    {
        var worker = Samples.Worker();
        worker.AreaCode = Samples.ForeignCommune;
        var foreign = Samples.Domestic();
        foreign.AreaCode = Samples.ForeignCommune;
        var placement = await service.Placements.RecordPlacementAsync(Samples.Record(foreign, worker));
        var here = new PlacementService.PlacementServiceClient(service.OfficerOf("42"));
        var there = new PlacementService.PlacementServiceClient(service.OfficerOf("46"));
        var request = new ListPlacementsRequest { Worker = placement.Worker };
        (await here.ListPlacementsAsync(request)).Placements.ShouldBeEmpty();
        (await there.ListPlacementsAsync(request)).Placements.Single().ShouldBe(placement);
        await Denied(here.ListPlacementsAsync(new ListPlacementsRequest { AreaCode = "46" }));
        var workers = new WorkerService.WorkerServiceClient(service.OfficerOf("42"));
        (await workers.ListWorkersAsync(new ListWorkersRequest { CitizenNumber = worker.CitizenNumber })).Workers.ShouldBeEmpty();
        await Denied(workers.ListWorkersAsync(new ListWorkersRequest { AreaCode = Samples.ForeignCommune }));
        await Denied(new EmployerService.EmployerServiceClient(service.OfficerOf("42")).ListEmployersAsync(new ListEmployersRequest { AreaCode = "46" }));
    }

    [Fact]
    public async Task Viewer_CannotWrite()
    {
        var viewer = new PlacementService.PlacementServiceClient(service.Host.Channel(service.Host.Token("employment-viewer")));
        var refusal = await Refused.With(viewer.RecordPlacementAsync(Samples.Record()), StatusCode.PermissionDenied, "permission.missing");
        refusal.Metadata["permission"].ShouldBe("employment.placements.write");
        await Refused.With(
            new PlacementService.PlacementServiceClient(service.Host.Channel(null)).GetPlacementAsync(new GetPlacementRequest()),
            StatusCode.Unauthenticated, "token.missing");
    }

    static async Task Denied<TResponse>(AsyncUnaryCall<TResponse> call) => await Refused.With(call, StatusCode.PermissionDenied, "area.out_of_scope");
}
