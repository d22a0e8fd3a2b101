using AnSinh.ChildProtection.Tests.Hosting;
using AnSinh.Contracts.Child.V1;
using AnSinh.Testing;
using Shouldly;
using Xunit;

namespace AnSinh.ChildProtection.Tests.Children;

/// <summary>Who turns 16 is no child any more: events say the day in advance, and counts go by it.</summary>
public sealed class ComingOfAgeTests : IAsyncLifetime
{
    ServiceTestHost host = null!;

    ChildService.ChildServiceClient Children => new(host.Channel(host.Token("child-worker")));

    public async Task InitializeAsync() => host = await ServiceTestHost.StartAsync(builder => builder.AddChildProtection());

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData(2015, 3, 14, "2031-03-14")]
    [InlineData(2012, 2, 29, "2028-02-29")]
    [InlineData(2015, 3, 0, "2031-03-31")]
    [InlineData(2015, 0, 0, "2031-12-31")]
    public async Task Events_SayWhenChildhoodEnds_AtTheBeginningAndAtTheEnd(int year, int month, int day, string outOfAgeOn)
    {
        var request = Samples.Registration();
        request.Child.Person.BirthDate = Samples.Day(year, month, day);
        var child = await Children.RegisterChildAsync(request);
        await Children.EndCircumstanceAsync(new EndCircumstanceRequest
        {
            Name = child.Name,
            Etag = child.Etag,
            Kind = CircumstanceKind.Orphan,
            EndedOn = Samples.Day(2026, 2, 1),
            RequestId = Samples.RequestId(),
        });
        var events = await host.EventsAsync("child", 2);
        events.Select(told => told.Type["ansinh.child.v1.".Length..]).ShouldBe(["CircumstanceBegan", "CircumstanceEnded"]);
        events.ShouldAllBe(told => told.SchemaVersion == 2 && told.Data.Contains($"\"out_of_age_on\":\"{outOfAgeOn}\""));
    }

    [Fact]
    public async Task Counts_LeaveOutWhoTurned16_FromTheBirthdayOn()
    {
        for (var child = 0; child < 5; child++)
        {
            var request = Samples.Registration(Samples.Support());
            request.Child.Person.BirthDate = Samples.Day(2010, 4, 20);
            await Children.RegisterChildAsync(request);
        }

        var counter = new ChildService.ChildServiceClient(host.Channel(host.Token("child-counter")));
        var last = await counter.GetCircumstanceCountsAsync(new GetCircumstanceCountsRequest { On = Samples.Day(2026, 4, 19) });
        (last.Total.Children, last.Supported.Children, last.Circumstances.Count).ShouldBe((5, 5, 1));
        var birthday = await counter.GetCircumstanceCountsAsync(new GetCircumstanceCountsRequest { On = Samples.Day(2026, 4, 20) });
        (birthday.Total.Children, birthday.Supported.Children, birthday.Circumstances.Count).ShouldBe((0, 0, 0));
        (await Children.ListChildrenAsync(new ListChildrenRequest())).Children.Count.ShouldBe(5, "they stay in the register until their exit is recorded");
    }
}
