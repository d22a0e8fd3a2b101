using System.Text;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Events;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Contracts.Events.V1;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Placements;

/// <summary>What the feed tells: one event an effect, in the order of the effects, about nobody by name.</summary>
public sealed class PlacementEventsTests
{
    [Fact]
    public async Task Events_FollowEveryEffectInOrder_AndNameWhatTheyReplace()
    {
        await using var host = await ServiceTestHost.StartAsync(builder => builder.AddEmployment());
        var placements = new PlacementService.PlacementServiceClient(host.Channel(host.Token("employment-officer")));
        var request = Samples.Record(Samples.Overseas(), employer: Samples.Employer("0100100500"));
        var placement = await placements.RecordPlacementAsync(request);
        await placements.RecordPlacementAsync(request);
        placement.AreaCode = Samples.OtherCommune;
        placement = await placements.CorrectPlacementAsync(new CorrectPlacementRequest { Placement = placement, Reason = "Nhầm xã", RequestId = Samples.RequestId() });
        placement = await placements.RecordReturnAsync(new RecordReturnRequest
        {
            Name = placement.Name,
            Etag = placement.Etag,
            ReturnDate = Samples.Day(2026, 5, 4),
            RequestId = Samples.RequestId(),
        });
        await placements.VoidPlacementAsync(new VoidPlacementRequest { Name = placement.Name, Etag = placement.Etag, Reason = "Nhầm người", RequestId = Samples.RequestId() });

        var events = await host.EventsAsync("employment", atLeast: 7);
        events.Select(told => told.Type.Split('.')[^1]).ShouldBe([
            nameof(EmployerRegistered), nameof(WorkerRegistered), nameof(PlacementRecorded), nameof(PlacementCorrected), nameof(OverseasWorkerReturned),
            nameof(PlacementVoided), nameof(PlacementVoided)]);
        events.Select(told => told.Sequence).ShouldBe([1, 2, 3, 4, 5, 6, 7]);
        var recorded = Read<PlacementRecorded>(events[2]).Placement;
        recorded.Channel.ShouldBe("overseas_contract");
        recorded.AgeBand.ShouldBe("35-44");
        recorded.Sex.ShouldBe("male");
        recorded.Market.ShouldBe("JP");
        recorded.PersonKey.ShouldBe(Read<WorkerRegistered>(events[1]).PersonKey);
        Read<PlacementCorrected>(events[3]).Replaces.ToString().ShouldBe(events[2].Id);
        Read<PlacementCorrected>(events[3]).Placement.AreaCode.ShouldBe(Samples.OtherCommune);
        Read<PlacementVoided>(events[5]).Replaces.ToString().ShouldBe(events[3].Id);
        Read<PlacementVoided>(events[6]).Replaces.ToString().ShouldBe(events[4].Id);
        events[4].OccurredOn.ShouldBe(Samples.Day(2026, 5, 4));
        events.ShouldAllBe(told => !told.Data.Contains(request.NewWorker.FullName, StringComparison.Ordinal)
            && !told.Data.Contains(request.NewWorker.CitizenNumber, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Return_AfterTheCommuneMerged_IsToldForTheNewCommune()
    {
        await using var host = await ServiceTestHost.StartAsync(builder => builder.AddEmployment());
        var placements = new PlacementService.PlacementServiceClient(host.Channel(host.Token("employment-officer")));
        var placement = Samples.Overseas();
        (placement.AreaCode, placement.StartDate) = (Samples.FormerCommune, Samples.Day(2024, 2, 1));
        placement.Overseas.ReturnDate = Samples.Day(2026, 2, 1);
        await placements.RecordPlacementAsync(Samples.Record(placement));
        var events = await host.EventsAsync("employment", atLeast: 3);
        events[1].AreaCode.ShouldBe(Samples.FormerCommune);
        events[2].Type.ShouldEndWith(nameof(OverseasWorkerReturned));
        events[2].AreaCode.ShouldBe(Samples.Commune);
    }

    static T Read<T>(Event told) => EventTypes.Read(told.Type, Encoding.UTF8.GetBytes(told.Data)).ShouldBeOfType<T>();
}
