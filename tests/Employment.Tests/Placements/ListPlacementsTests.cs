using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Tests.Hosting;
using AnSinh.Testing;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Placements;

public sealed class ListPlacementsTests : IAsyncLifetime
{
    ServiceTestHost host = null!;
    PlacementService.PlacementServiceClient client = null!;
    readonly List<Placement> all = [];

    public async Task InitializeAsync()
    {
        host = await ServiceTestHost.StartAsync(builder => builder.AddEmployment());
        client = new PlacementService.PlacementServiceClient(host.Channel(host.Token("employment-officer")));
        for (var i = 0; i < 7; i++)
        {
            var placement = i % 2 == 0 ? Samples.Domestic() : Samples.Loan();
            placement.StartDate = Samples.Day(2026, 1, 10 + i / 2);
            placement.AreaCode = i < 4 ? Samples.Commune : Samples.ForeignCommune;
            all.Add(await client.RecordPlacementAsync(Samples.Record(placement)));
        }

        // Thành phố Hà Tĩnh (436) before the reform; the code was used again afterwards.
        var former = Samples.Domestic();
        former.StartDate = Samples.Day(2025, 6, 30);
        all.Add(await client.RecordPlacementAsync(Samples.Record(former)));
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("", false)]
    [InlineData("start_date desc", false)]
    [InlineData("start_date", true)]
    public async Task Pages_HoldEverythingOnceInOrder(string order, bool ascending)
    {
        var found = await EveryPage(new ListPlacementsRequest { PageSize = 3, OrderBy = order });
        var expected = all.OrderBy(one => (one.StartDate.Year, one.StartDate.Month, one.StartDate.Day)).ThenBy(one => one.Name, StringComparer.Ordinal);
        found.ShouldBe(ascending ? expected : expected.Reverse());
    }

    [Fact]
    public async Task NewestFirst_IsTheOrderOfRecording() =>
        (await EveryPage(new ListPlacementsRequest { PageSize = 2, OrderBy = "create_time desc" })).ShouldBe(all.AsEnumerable().Reverse());

    [Fact]
    public async Task Filters_Narrow()
    {
        (await EveryPage(new ListPlacementsRequest { Channel = Channel.Loan })).Count.ShouldBe(3);
        (await EveryPage(new ListPlacementsRequest { StartFrom = Samples.Day(2026, 1, 11), StartTo = Samples.Day(2026, 1, 12) })).Count.ShouldBe(4);
        (await EveryPage(new ListPlacementsRequest { Worker = all[5].Worker })).Single().ShouldBe(all[5]);
        (await EveryPage(new ListPlacementsRequest { AreaCode = "46" })).Count.ShouldBe(3);
        (await EveryPage(new ListPlacementsRequest { AreaCode = "42" })).Count.ShouldBe(5);
        (await EveryPage(new ListPlacementsRequest { AreaCode = "436" })).Single().ShouldBe(all[7], "the code lay in the town only before the reform");
    }

    [Fact]
    public async Task Voided_AreShownOnlyWhenAskedFor()
    {
        await client.VoidPlacementAsync(new VoidPlacementRequest { Name = all[0].Name, Etag = all[0].Etag, Reason = "Nhầm", RequestId = Samples.RequestId() });
        (await EveryPage(new ListPlacementsRequest())).Count.ShouldBe(7);
        (await EveryPage(new ListPlacementsRequest { IncludeVoided = true })).Count.ShouldBe(8);
    }

    [Fact]
    public async Task BadRequests_AreRefused()
    {
        await Refused.Field(client.ListPlacementsAsync(new ListPlacementsRequest { PageSize = 1001 }), "page_size", "page_size.invalid");
        await Refused.Field(client.ListPlacementsAsync(new ListPlacementsRequest { PageSize = -1 }), "page_size", "page_size.invalid");
        await Refused.Field(client.ListPlacementsAsync(new ListPlacementsRequest { OrderBy = "name" }), "order_by", "order_by.invalid");
        await Refused.Field(client.ListPlacementsAsync(new ListPlacementsRequest { AreaCode = "99" }), "area_code", "area.unknown");
        await Refused.Field(client.ListPlacementsAsync(new ListPlacementsRequest { Worker = "1" }), "worker", "name.malformed");
        await Refused.Field(client.ListPlacementsAsync(new ListPlacementsRequest { StartFrom = Samples.Day(2026, 2, 30) }), "start_from", "date.invalid");
        await Refused.Field(client.ListPlacementsAsync(new ListPlacementsRequest { PageToken = "AAAA" }), "page_token", "page_token.invalid");
        var token = (await client.ListPlacementsAsync(new ListPlacementsRequest { PageSize = 1 })).NextPageToken;
        await Refused.Field(
            client.ListPlacementsAsync(new ListPlacementsRequest { PageSize = 1, PageToken = token, Channel = Channel.Loan }), "page_token", "page_token.invalid");
    }

    async Task<List<Placement>> EveryPage(ListPlacementsRequest request)
    {
        var found = new List<Placement>();
        do
        {
            var page = await client.ListPlacementsAsync(request);
            page.Placements.Count.ShouldBeLessThanOrEqualTo(request.PageSize == 0 ? 50 : request.PageSize);
            found.AddRange(page.Placements);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return found;
    }
}
