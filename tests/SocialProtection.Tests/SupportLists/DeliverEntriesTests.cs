using System.Text;
using AnSinh.Contracts.Events;
using AnSinh.Contracts.Events.Support.V1;
using AnSinh.Contracts.Support.V1;
using AnSinh.SocialProtection.Tests.Hosting;
using Shouldly;
using Xunit;

namespace AnSinh.SocialProtection.Tests.SupportLists;

public sealed class DeliverEntriesTests(ProtectionHost host) : IClassFixture<ProtectionHost>
{
    readonly Lists lists = new(host);

    [Fact]
    public async Task Deliver_OfAnotherAmount_IsRefused_AndTheEntryStaysApproved()
    {
        var programme = await lists.CreateAsync(Lists.Relief());
        var number = Samples.Number();
        var name = (await lists.ImportAsync(Lists.Approved(Lists.Entry(programme, number)))).Rows[0].Resource;

        var (rows, _) = await lists.DeliverAsync(Lists.Delivery(programme, number, 1_400_000));

        rows[0].ShouldBeRefused("support.amount_differs");
        (await lists.GetAsync(name)).State.ShouldBe(SupportEntryState.Approved);
    }

    [Fact]
    public async Task Deliver_TheSameFileTwice_ChangesNothing()
    {
        var programme = await lists.CreateAsync(Lists.Relief());
        var number = Samples.Number();
        await lists.ImportAsync(Lists.Approved(Lists.Entry(programme, number)));

        var first = await lists.DeliverAsync(Lists.Delivery(programme, number), Lists.Delivery(programme, number));
        var second = await lists.DeliverAsync(Lists.Delivery(programme, number));

        first.Summary.Recorded.ShouldBe(1);
        first.Summary.AlreadyPresent.ShouldBe(1);
        second.Summary.AlreadyPresent.ShouldBe(1);
    }

    [Fact]
    public async Task Deliver_ToSomebodyWhoIsNotListed_OrBeforeApproval_OrElsewhere_IsRefused()
    {
        var programme = await lists.CreateAsync(Lists.Relief());
        var number = Samples.Number();
        await lists.ImportAsync(Lists.Approved(Lists.Entry(programme, number)));
        var early = Lists.Delivery(programme, number);
        early.DeliveredOn = Samples.Day(2020, 4, 27);

        var (rows, _) = await lists.DeliverAsync(
            Lists.Delivery(programme, Samples.Number()), early, Lists.Delivery(programme, number, area: Samples.OtherCommune));

        rows[0].ShouldBeRefused("support.entry_not_found");
        rows[1].ShouldBeRefused("support.delivered_before_approval");
        rows[2].ShouldBeRefused("support.area_differs");
    }

    [Fact]
    public async Task ApprovedAndDelivered_AreDifferentFigures()
    {
        var programme = await lists.CreateAsync(Lists.Relief());
        string[] numbers = [Samples.Number(), Samples.Number(), Samples.Number()];
        await lists.ImportAsync([.. numbers.Select(number => Lists.Approved(Lists.Entry(programme, number)))]);
        await lists.DeliverAsync([.. numbers.Take(2).Select(number => Lists.Delivery(programme, number))]);

        var totals = await lists.Officer.GetSupportTotalsAsync(new GetSupportTotalsRequest { Programme = programme.Name, AreaCode = "42" });

        totals.Totals.Select(one => (one.State, one.Entries, one.AmountVnd)).ShouldBe(
            [(SupportEntryState.Approved, 1, 1_500_000), (SupportEntryState.Delivered, 2, 3_000_000)]);
    }

    [Fact]
    public async Task Events_FoldAChunkByCommuneAndDay_AndKeepTheirTextBounded()
    {
        var programme = Lists.Relief();
        programme.DisplayName = $"Đợt {Guid.NewGuid():N}";
        programme = await lists.CreateAsync(programme);
        List<string> numbers = [.. Enumerable.Range(0, 300).Select(_ => Samples.Number())];
        await lists.ImportAsync([.. numbers.Select(number => Lists.Approved(Lists.Entry(programme, number)))]);
        await lists.DeliverAsync([.. numbers.Take(299).Select(number => Lists.Delivery(programme, number))]);

        var records = await EventsOf(programme, 6);

        var approved = records.OfType<SupportApproved>().SelectMany(one => one.Groups).ToList();
        var delivered = records.OfType<SupportDelivered>().SelectMany(one => one.Groups).ToList();
        approved.Sum(group => group.Entries).ShouldBe(300);
        approved.Sum(group => group.AmountVnd).ShouldBe(450_000_000);
        approved.SelectMany(group => group.PersonKeys!).Distinct().Count().ShouldBe(300);
        delivered.Sum(group => group.Entries).ShouldBe(299);
        records.ShouldAllBe(record => EventTypes.Write(record).Length <= 4_000);
    }

    [Fact]
    public async Task Events_OfGifts_TellNoPeople()
    {
        var campaign = Lists.Gifts();
        campaign.DisplayName = $"Tết {Guid.NewGuid():N}";
        campaign = await lists.CreateAsync(campaign);
        var number = Samples.Number();
        await lists.ImportAsync(Lists.Approved(Lists.Entry(campaign, number, 200_000)));
        await lists.DeliverAsync(Lists.Delivery(campaign, number, 200_000));

        var records = await EventsOf(campaign, 2);

        records.OfType<SupportApproved>().Single().Groups.Single().PersonKeys.ShouldBeNull();
        var delivered = records.OfType<SupportDelivered>().Single();
        delivered.Kind.ShouldBe("gift");
        delivered.Groups.Single().ShouldBe(new SupportGroup { Group = "elderly", Recipient = "person", Entries = 1, AmountVnd = 200_000 });
    }

    async Task<List<object>> EventsOf(SupportProgramme programme, int count)
    {
        // The feed holds the events of all tests of the class; those of this programme are picked out.
        for (var wanted = count; ; wanted++)
        {
            var events = await host.Host.EventsAsync("protection", wanted);
            List<object> mine = [.. events.Select(one => EventTypes.Read(one.Type, Encoding.UTF8.GetBytes(one.Data))).OfType<object>().Where(record => record is
                SupportApproved { Programme: var a } && a == programme.DisplayName || record is SupportDelivered { Programme: var d } && d == programme.DisplayName)];
            if (mine.Count >= count)
            {
                return mine;
            }
        }
    }
}
