using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Errors;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Ledger;

public sealed class ParkedEventsTests : IAsyncLifetime
{
    readonly ReportingHost reporting = new();

    public Task InitializeAsync() => reporting.InitializeAsync();

    public Task DisposeAsync() => reporting.DisposeAsync();

    [Fact]
    public async Task Apply_WhatCannotBeBooked_IsParkedWithTheReasonAndBlocksNothing()
    {
        var day = new DateOnly(2020, 5, 1);
        var good = Told.Recorded(Told.Placement(9, day));
        var unreadable = Told.Recorded(Told.Placement(1, day)) with { Data = "{\"placement\":{}}" };
        await reporting.BookAsync(
            Told.Recorded(Told.Placement(1, day, "99999")),
            Told.Recorded(Told.Placement(1, new DateOnly(2025, 8, 1), Told.OtherCommuneOf447)),
            unreadable,
            Told.Recorded(Told.Placement(1, day) with { PersonKey = "no key" }),
            Told.Voided(Told.Recorded(Told.Placement(1, day))),
            good);

        (await reporting.FigureAsync("EMP-02", "2020")).ShouldBe("1");
        var parked = await reporting.Indicators.ListParkedEventsAsync(new ListParkedEventsRequest());
        parked.Events.Select(one => one.Reason).ShouldBe(["area.unknown", "area.not_valid_on_date", "event.unreadable", "person_key.malformed", "event.replaced_unknown"], ignoreOrder: true);
        parked.Events.ShouldAllBe(one => one.Source == "employment" && one.Detail.Length > 0);
        var freshness = await reporting.Indicators.GetFreshnessAsync(new GetFreshnessRequest());
        freshness.Sources.Single(source => source.Source == "employment").Parked.ShouldBe(5);
    }

    [Fact]
    public async Task Replay_AfterTheUnitWasImported_BooksItAndWhatWaitedForIt()
    {
        var recorded = Told.Recorded(Told.Placement(1, new DateOnly(2020, 5, 1), "99999"));
        var corrected = Told.Corrected(recorded, Told.Placement(1, new DateOnly(2020, 6, 1), "99999", "loan"));
        await reporting.BookAsync(recorded, corrected, Told.Recorded(Told.Placement(2, new DateOnly(2020, 6, 1), "88888")));
        using var import = reporting.Areas.ImportAreas();
        await import.RequestStream.WriteAsync(new ImportAreasRequest
        {
            FirstLine = 2,
            Areas = { new Area { Code = "99999", DisplayName = "Xã Thử", Type = "Xã", Level = AreaLevel.Commune, ParentCode = "447", ValidTo = new() { Year = 2025, Month = 6, Day = 30 } } },
        });
        await import.RequestStream.CompleteAsync();
        (await import.ResponseAsync).Summary.Recorded.ShouldBe(1);

        var replay = new ReplayParkedEventsRequest { RequestId = Guid.NewGuid().ToString() };
        var answer = await reporting.Indicators.ReplayParkedEventsAsync(replay);
        answer.ShouldBe(new ReplayParkedEventsResponse { Booked = 2, StillParked = 1 });
        (await reporting.Indicators.ReplayParkedEventsAsync(replay)).ShouldBe(answer);
        (await reporting.FigureAsync("EMP-02", "2020", "447")).ShouldBe("1");
        (await reporting.FigureAsync("EMP-04", "2020-06", "99999")).ShouldBe("1");
    }

    [Fact]
    public async Task List_PagesThroughAll_AndRefusesATokenOfAnotherList()
    {
        await reporting.BookAsync([.. Enumerable.Range(0, 5).Select(person => Told.Recorded(Told.Placement(person, new DateOnly(2020, 5, 1), "99999")))]);
        var request = new ListParkedEventsRequest { Source = "employment", PageSize = 2 };
        var seen = new List<string>();
        do
        {
            var page = await reporting.Indicators.ListParkedEventsAsync(request);
            seen.AddRange(page.Events.Select(one => one.EventId));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        seen.Distinct().Count().ShouldBe(5);
        var first = await reporting.Indicators.ListParkedEventsAsync(new ListParkedEventsRequest { PageSize = 2 });
        var refused = await Should.ThrowAsync<RpcException>(async () =>
            await reporting.Indicators.ListParkedEventsAsync(new ListParkedEventsRequest { Source = "training", PageToken = first.NextPageToken }));
        Refusal.From(refused)!.Code.ShouldBe("page_token.invalid");
    }
}
