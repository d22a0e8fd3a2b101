using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Placements;

public sealed class RequestIdTests(EmploymentHost service) : IClassFixture<EmploymentHost>
{
    [Fact]
    public async Task SameIdAndContent_GetsTheFirstAnswer()
    {
        var request = Samples.Record();
        var first = await service.Placements.RecordPlacementAsync(request);
        service.Host.Time.Advance(TimeSpan.FromMinutes(5));
        (await service.Placements.RecordPlacementAsync(request)).ShouldBe(first);
        var history = await service.Placements.ListPlacementHistoryAsync(new ListPlacementHistoryRequest { Name = first.Name });
        history.Entries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task SameIdAndOtherContent_IsRefused()
    {
        var request = Samples.Record();
        await service.Placements.RecordPlacementAsync(request);
        request.Placement.StartDate = Samples.Day(2026, 3, 3);
        await Refused.Field(service.Placements.RecordPlacementAsync(request), "request_id", "request_id.reused");
    }

    [Fact]
    public async Task SameId_GetsTheFirstRefusalAgain()
    {
        var placement = await service.Placements.RecordPlacementAsync(Samples.Record());
        var request = new RecordReturnRequest { Name = placement.Name, Etag = placement.Etag, ReturnDate = Samples.Day(2026, 4, 1), RequestId = Samples.RequestId() };
        await Refused.With(service.Placements.RecordReturnAsync(request), StatusCode.FailedPrecondition, "placement.not_overseas");
        await Refused.With(service.Placements.RecordReturnAsync(request), StatusCode.FailedPrecondition, "placement.not_overseas");
    }

    [Fact]
    public async Task MissingOrMalformedId_IsRefused()
    {
        var request = Samples.Record();
        request.RequestId = "";
        await Refused.Field(service.Placements.RecordPlacementAsync(request), "request_id", "request_id.missing");
        request.RequestId = "1";
        await Refused.Field(service.Placements.RecordPlacementAsync(request), "request_id", "request_id.malformed");
    }

    [Fact]
    public async Task TwinsAtOnce_GetOneAnswer()
    {
        var request = Samples.Record();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => service.Placements.RecordPlacementAsync(request).ResponseAsync));
        answers.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task MessageAboveTheLimit_IsRefusedAndChangesNothing()
    {
        var request = Samples.Record();
        request.NewWorker.FullName = new string('x', 5 * 1024 * 1024);
        var thrown = await Should.ThrowAsync<RpcException>(service.Placements.RecordPlacementAsync(request).ResponseAsync);
        thrown.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        (await service.Workers.ListWorkersAsync(new ListWorkersRequest { CitizenNumber = request.NewWorker.CitizenNumber })).Workers.ShouldBeEmpty();
    }
}
