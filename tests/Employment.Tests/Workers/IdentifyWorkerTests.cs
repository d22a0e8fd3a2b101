using System.Text;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Events;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Workers;

public sealed class IdentifyWorkerTests : IAsyncLifetime
{
    ServiceTestHost host = null!;
    WorkerService.WorkerServiceClient workers = null!;
    PlacementService.PlacementServiceClient placements = null!;

    public async Task InitializeAsync()
    {
        host = await ServiceTestHost.StartAsync(builder => builder.AddEmployment());
        workers = new(host.Channel(host.Token("employment-officer")));
        placements = new(host.Channel(host.Token("employment-officer")));
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Identify_JoinsTheLocalKeyAndTheNumbersKey()
    {
        var placement = await placements.RecordPlacementAsync(Samples.Record(worker: Samples.WorkerWithoutNumber()));
        var worker = await workers.GetWorkerAsync(new GetWorkerRequest { Name = placement.Worker });
        var number = Samples.Number();
        var identified = await workers.IdentifyWorkerAsync(Identifying(worker, number));
        identified.Etag.ShouldBe("2");
        identified.CitizenNumber.ShouldEndWith(number[10..]);

        var loan = await placements.RecordPlacementAsync(Samples.Record(Samples.Loan(), Samples.Worker(number)));
        loan.Worker.ShouldBe(worker.Name);
        var events = await host.EventsAsync("employment", atLeast: 4);
        var joined = Read<PersonIdentified>(events[2].Type, events[2].Data);
        joined.FormerKey.ShouldBe(Read<PlacementRecorded>(events[1].Type, events[1].Data).Placement.PersonKey);
        joined.PersonKey.ShouldBe(Read<PlacementRecorded>(events[3].Type, events[3].Data).Placement.PersonKey);
    }

    [Fact]
    public async Task Identify_WithAnotherNumber_KeepsTheFormerOneFindingTheWorker()
    {
        var former = Samples.Number();
        var worker = await Register(Samples.Worker(former));
        var identified = await workers.IdentifyWorkerAsync(Identifying(worker, Samples.Number()));
        (await workers.ListWorkersAsync(new ListWorkersRequest { CitizenNumber = former })).Workers.Single().Name.ShouldBe(worker.Name);
        var recorded = await placements.RecordPlacementAsync(Samples.Record(worker: Samples.Worker(former)));
        recorded.Worker.ShouldBe(worker.Name);
        await Refused.With(
            workers.RegisterWorkerAsync(new RegisterWorkerRequest { Worker = Samples.Worker(former), RequestId = Samples.RequestId() }),
            StatusCode.AlreadyExists, "worker.citizen_number_taken");
        var back = await workers.IdentifyWorkerAsync(Identifying(identified, former));
        back.CitizenNumber.ShouldBe(worker.CitizenNumber);
        back.Etag.ShouldBe("3");
    }

    [Fact]
    public async Task Identify_WithTheSameNumber_ChangesNothing()
    {
        var number = Samples.Number();
        var worker = await Register(Samples.Worker(number));
        (await workers.IdentifyWorkerAsync(Identifying(worker, number))).ShouldBe(worker);
    }

    [Fact]
    public async Task Identify_WhenRefused_SaysWhy()
    {
        var taken = Samples.Number();
        await Register(Samples.Worker(taken));
        var worker = await Register(Samples.WorkerWithoutNumber("Công dân Định danh"));
        await Refused.With(workers.IdentifyWorkerAsync(Identifying(worker, taken)), StatusCode.AlreadyExists, "worker.citizen_number_taken");
        await Refused.Field(workers.IdentifyWorkerAsync(Identifying(worker, "")), "citizen_number", "worker.citizen_number_malformed");
        await Refused.Field(workers.IdentifyWorkerAsync(Identifying(worker, "000085000001")), "citizen_number", "worker.citizen_number_impossible");
        var request = Identifying(worker, Samples.Number());
        request.Reason = "";
        await Refused.Field(workers.IdentifyWorkerAsync(request), "reason", "reason.invalid");
        worker.Etag = "7";
        await Refused.With(workers.IdentifyWorkerAsync(Identifying(worker, Samples.Number())), StatusCode.Aborted, "etag.mismatch");
    }

    static IdentifyWorkerRequest Identifying(Worker worker, string number) => new()
    {
        Name = worker.Name,
        Etag = worker.Etag,
        CitizenNumber = number,
        Reason = "Xác lập số định danh",
        RequestId = Samples.RequestId(),
    };

    async Task<Worker> Register(Worker worker) =>
        await workers.RegisterWorkerAsync(new RegisterWorkerRequest { Worker = worker, RequestId = Samples.RequestId() });

    static T Read<T>(string type, string data) => EventTypes.Read(type, Encoding.UTF8.GetBytes(data)).ShouldBeOfType<T>();
}
