using AnSinh.ChildProtection.Tests.Hosting;
using AnSinh.Contracts.Child.V1;
using AnSinh.Contracts.Common.V1;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ChildProtection.Tests.Children;

public sealed class ImportChildrenTests : IAsyncLifetime
{
    ServiceTestHost host = null!;

    ChildService.ChildServiceClient Children => new(Calls("*"));

    public async Task InitializeAsync() => host = await ServiceTestHost.StartAsync(builder => builder.AddChildProtection());

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task SameFileTwice_ChangesNothing_AndTellsOfEachThingOnce()
    {
        var rows = Enumerable.Range(2, 3).Select(line => Samples.ChildRow(line)).ToList();
        rows[1].Person.CitizenNumber = "";
        var second = rows[0].Clone();
        (second.Line, second.Circumstance.Kind) = (5, CircumstanceKind.Hiv);
        rows.Add(second);
        var first = await ImportAsync(rows);
        first.ShouldAllBe(result => result.Outcome == ImportOutcome.Recorded);
        first[3].Resource.ShouldBe(first[0].Resource, "one child in two circumstances is one child");
        var again = await ImportAsync(rows);
        again.ShouldAllBe(result => result.Outcome == ImportOutcome.AlreadyPresent);
        again.Select(result => result.Resource).ShouldBe(first.Select(result => result.Resource));
        await Children.BeginSupportAsync(
            new BeginSupportRequest { Name = first[0].Resource, Etag = "1", Support = Samples.Support(SupportKind.Other), RequestId = Samples.RequestId() });
        var events = await host.EventsAsync("child", 8);
        events.Count(one => one.Type == "ansinh.child.v1.CircumstanceBegan").ShouldBe(4);
        events.Count(one => one.Type == "ansinh.child.v1.SupportBegan").ShouldBe(4, "the second row of a child repeats no support");
        events.ShouldAllBe(one => !one.Data.Contains("Mẫu"));
    }

    [Fact]
    public async Task LaterFile_AddsACircumstanceToAKnownChild_AndItsVersionGoesUp()
    {
        var row = Samples.ChildRow(2);
        var name = (await ImportAsync([row]))[0].Resource;
        row.Circumstance = Samples.Circumstance(CircumstanceKind.Violence);
        (await ImportAsync([row]))[0].Outcome.ShouldBe(ImportOutcome.Recorded);
        var child = await Children.GetChildAsync(new GetChildRequest { Name = name, Purpose = ReadPurpose.Support });
        (child.Etag, child.Circumstances.Count, child.Supports.Count).ShouldBe(("2", 2, 1));
    }

    [Fact]
    public async Task BadRows_AreRefusedOneByOne()
    {
        var rows = Enumerable.Range(2, 6).Select(line => Samples.ChildRow(line)).ToList();
        rows[1].Person = null;
        rows[2].Person.AreaCode = Samples.ForeignCommune;
        rows[3].Person.BirthDate = Samples.Day(2009, 1, 1);
        rows[4].Support.StartedOn = Samples.Day(2026, 1, 4);
        rows[5].Person = rows[0].Person;
        rows[5].Circumstance.StartedOn = Samples.Day(2026, 3, 1);
        rows[5].Support = null;
        var results = await ImportAsync(rows, "42");
        results.Select(result => result.Violations.FirstOrDefault()?.Reason ?? "").ShouldBe(
            ["", "person.required", "area.out_of_scope", "circumstance.not_child", "support.no_circumstance", "circumstance.overlaps"]);
        (await Children.ListChildrenAsync(new ListChildrenRequest())).Children.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ExitedChild_IsNotBroughtBackByAFile()
    {
        var row = Samples.ChildRow(2);
        var name = (await ImportAsync([row]))[0].Resource;
        await Children.ExitChildAsync(new ExitChildRequest
        {
            Name = name,
            Etag = "1",
            ExitedOn = Samples.Day(2026, 4, 1),
            ExitReason = ExitReason.MovedAway,
            RequestId = Samples.RequestId(),
        });
        (await ImportAsync([row]))[0].Outcome.ShouldBe(ImportOutcome.AlreadyPresent);
        row.Circumstance.StartedOn = Samples.Day(2026, 5, 1);
        row.Support = null;
        (await ImportAsync([row]))[0].Violations.Single().Reason.ShouldBe("child.exited");
    }

    [Fact]
    public async Task Counts_TellDistinctChildren_AndNoSmallNumbers()
    {
        var rows = Enumerable.Range(2, 12).Select(line => Samples.ChildRow(line)).ToList();
        rows.Take(5).ToList().ForEach(row => row.Support = null);
        var both = rows[0].Clone();
        both.Circumstance.Kind = CircumstanceKind.Hiv;
        rows.Add(both);
        await ImportAsync(rows);
        var counter = new ChildService.ChildServiceClient(host.Channel(host.Token("child-counter")));
        var counts = await counter.GetCircumstanceCountsAsync(new GetCircumstanceCountsRequest());
        counts.Total.ShouldBe(new ChildCount { Children = 12 });
        counts.Supported.ShouldBe(new ChildCount { Children = 7 });
        counts.Circumstances.ShouldBe(
        [
            new CircumstanceCount { Kind = CircumstanceKind.Orphan, Count = new ChildCount { Children = 12 } },
            new CircumstanceCount { Kind = CircumstanceKind.Hiv, Count = new ChildCount { Suppressed = true } },
        ]);
        var before = await counter.GetCircumstanceCountsAsync(new GetCircumstanceCountsRequest { On = Samples.Day(2026, 1, 4) });
        (before.Total.Children, before.Total.Suppressed, before.Circumstances.Count).ShouldBe((0L, false, 0));
        (await counter.GetCircumstanceCountsAsync(new GetCircumstanceCountsRequest { AreaCode = "46" })).Total.Children.ShouldBe(0);
        await Refused.With(counter.ListChildrenAsync(new ListChildrenRequest()), StatusCode.PermissionDenied, "permission.missing");
    }

    CallInvoker Calls(string area) => host.Channel(host.Token([area], "child-worker"));

    async Task<List<ImportRowResult>> ImportAsync(List<ChildRow> rows, string area = "*")
    {
        using var call = new ChildService.ChildServiceClient(Calls(area)).ImportChildren();
        await call.RequestStream.WriteAsync(new ImportChildrenRequest { Options = new ImportOptions() });
        await call.RequestStream.WriteAsync(new ImportChildrenRequest { Rows = new ChildRows { Rows = { rows } } });
        await call.RequestStream.CompleteAsync();
        var results = new List<ImportRowResult>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            results.AddRange(response.Results);
        }

        return results;
    }
}
