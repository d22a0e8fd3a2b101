using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using AnSinh.ServiceKit.Errors;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Rebuild;

public sealed class RebuildTests : IAsyncLifetime
{
    static readonly DateOnly Day = new(2020, 5, 1);

    RebuildHost host = null!;

    public async Task InitializeAsync() => host = await RebuildHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    Task<string> PeopleAsync() => host.Reporting.FigureAsync("EMP-01", "2020");

    Task<string> PlacementsAsync() => host.Reporting.FigureAsync("EMP-02", "2020");

    static async Task RefusedAsync(string code, Func<Task> call) => Refusal.From(await Should.ThrowAsync<RpcException>(call))!.Code.ShouldBe(code);

    [Fact]
    public async Task Start_WhenTheLedgerIsRight_ProvesItEqualAndChangesNothing()
    {
        var first = await host.PlaceAsync(1, Day);
        await host.PlaceAsync(2, Day.AddDays(1));
        await host.EmitAsync(new PlacementCorrected { Replaces = first, Placement = Told.Placement(1, Day.AddDays(9)), Reason = "sai" }, Day);
        await host.EmitAsync(new PersonIdentified { FormerKey = Told.Key(2), PersonKey = Told.Key(3) }, Day);
        await host.EmitAsync(new PlacementRecorded { Placement = Told.Placement(4, Day, "99999") }, Day);

        var ended = await host.EndedAsync(await host.StartRebuildAsync());

        ended.State.ShouldBe(RebuildState.Succeeded, ended.ToString());
        ended.Events.ShouldBe(5);
        ended.Sources.Single().ShouldBe(new RebuildSource { Source = "reporting", BookedSequence = 5, TargetSequence = 5 });
        ended.Tables.Select(table => table.Table).ShouldBe(
            ["fact", "cell", "presence", "dimension_set", "person_alias", "person_join", "entered_figure", "parked_event"]);
        ended.Tables.ShouldAllBe(table => table.LiveRows == table.RebuiltRows && table.LiveChecksum == table.RebuiltChecksum);
        ended.Tables.ShouldAllBe(table => table.Missing + table.Unexpected + table.Changed == 0);
        ended.Tables.Where(table => table.LiveRows == 0).Select(table => table.Table).ShouldBe(["entered_figure"]);
        (await PlacementsAsync()).ShouldBe("2");
        File.Exists(host.RebuildFile).ShouldBeFalse();
        (await host.Rebuilds.ListRebuildsAsync(new ListRebuildsRequest())).Rebuilds.Single().ShouldBe(ended);
    }

    [Fact]
    public async Task Start_WhenTheLedgerIsDamaged_ReplacesWhatDiffersAndSaysHowMuch()
    {
        var gone = await host.PlaceAsync(1, Day);
        await host.PlaceAsync(2, Day.AddDays(1));
        await host.PlaceAsync(3, Day.AddDays(2));
        long facts = await host.InUnitAsync(db => db.Facts.Where(row => row.EventId == gone).ExecuteDeleteAsync());
        long cells = await host.InUnitAsync(db => db.Cells.Where(row => row.Day == Day.AddDays(1))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Count, row => row.Count + 1)));
        long presences = await host.InUnitAsync(db => db.Presences.Where(row => row.Day == Day.AddDays(2)).ExecuteDeleteAsync());
        new[] { facts, cells, presences }.ShouldAllBe(rows => rows > 0);
        (await PlacementsAsync()).ShouldBe("4");
        (await PeopleAsync()).ShouldBe("2");

        var ended = await host.EndedAsync(await host.StartRebuildAsync());

        ended.State.ShouldBe(RebuildState.Succeeded, ended.ToString());
        var tables = ended.Tables.ToDictionary(table => table.Table);
        (tables["fact"].Missing, tables["fact"].Unexpected, tables["fact"].Changed).ShouldBe((facts, 0L, 0L));
        (tables["cell"].Missing, tables["cell"].Unexpected, tables["cell"].Changed).ShouldBe((0L, 0L, cells));
        (tables["presence"].Missing, tables["presence"].Unexpected, tables["presence"].Changed).ShouldBe((presences, 0L, 0L));
        tables["cell"].LiveChecksum.ShouldNotBe(tables["cell"].RebuiltChecksum);
        (await PlacementsAsync()).ShouldBe("3");
        (await PeopleAsync()).ShouldBe("3");

        var again = await host.EndedAsync(await host.StartRebuildAsync());
        again.Tables.Select(table => table.LiveChecksum).ShouldBe(ended.Tables.Select(table => table.RebuiltChecksum));
    }

    [Fact]
    public async Task Restart_WhileOneRuns_GoesOnWhereItWas_WithWhatCameMeanwhile()
    {
        await host.PlaceAsync(1, Day);
        await host.PlaceAsync(2, Day);
        await host.HoldAsync("training");
        var held = await host.HeldAsync(await host.StartRebuildAsync());
        held.Events.ShouldBe(2);
        await host.PlaceAsync(3, Day);
        (await PeopleAsync()).ShouldBe("3");

        await host.LetGoAsync();
        await host.Reporting.Host.StopAsync();
        File.Exists(host.RebuildFile).ShouldBeTrue();
        await host.Reporting.Host.StartAsync();
        var ended = await host.EndedAsync(await host.ResumedAsync());
        (ended.Name, ended.Resumed, ended.State).ShouldBe((held.Name, true, RebuildState.Succeeded), ended.ToString());
        ended.Events.ShouldBe(1);
        ended.Sources.Single().ShouldBe(new RebuildSource { Source = "reporting", BookedSequence = 3, TargetSequence = 3 });
        ended.Tables.ShouldAllBe(table => table.LiveRows == table.RebuiltRows && table.LiveChecksum == table.RebuiltChecksum);
        (await PeopleAsync()).ShouldBe("3");
        File.Exists(host.RebuildFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Restart_AfterTheMachineStartedAnew_BeginsAnewByItself()
    {
        await host.PlaceAsync(1, Day);
        await host.PlaceAsync(2, Day);
        await host.HoldAsync("training");
        var held = await host.HeldAsync(await host.StartRebuildAsync());
        await host.LetGoAsync();
        await host.Reporting.Host.StopAsync();
        // What had been booked, as another start of the machine finds it: perhaps torn.
        await using (var left = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = host.RebuildFile, Pooling = false }.ToString()))
        {
            await left.OpenAsync();
            await using var torn = left.CreateCommand();
            torn.CommandText = "UPDATE audit SET target = 'another'; DELETE FROM fact WHERE event_id = (SELECT MIN(event_id) FROM fact)";
            (await torn.ExecuteNonQueryAsync()).ShouldBe(2);
        }

        await host.Reporting.Host.StartAsync();
        var ended = await host.EndedAsync(await host.ResumedAsync());

        (ended.Name, ended.Resumed, ended.State, ended.Events).ShouldBe((held.Name, false, RebuildState.Succeeded, 2), ended.ToString());
        ended.Tables.ShouldAllBe(table => table.LiveRows == table.RebuiltRows && table.LiveChecksum == table.RebuiltChecksum);
        File.Exists(host.RebuildFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Start_WhileOneRuns_IsRefused_AndCancelLeavesTheLedgerAsItIs()
    {
        var gone = await host.PlaceAsync(1, Day);
        await host.InUnitAsync(db => db.Facts.Where(row => row.EventId == gone).ExecuteDeleteAsync());
        await host.HoldAsync("training");
        var held = await host.HeldAsync(await host.StartRebuildAsync());

        await RefusedAsync("rebuild.running", () => host.StartRebuildAsync());
        await host.Rebuilds.CancelRebuildAsync(new CancelRebuildRequest { Name = held.Name, RequestId = Guid.NewGuid().ToString() });

        (await host.EndedAsync(held)).State.ShouldBe(RebuildState.Cancelled);
        (await host.InUnitAsync(db => db.Facts.CountAsync())).ShouldBe(0);
        File.Exists(host.RebuildFile).ShouldBeFalse();
        await RefusedAsync("rebuild.ended", async () => await host.Rebuilds.CancelRebuildAsync(
            new CancelRebuildRequest { Name = held.Name, RequestId = Guid.NewGuid().ToString() }));
        await RefusedAsync("rebuild.not_found", async () => await host.Rebuilds.GetRebuildAsync(new GetRebuildRequest { Name = "rebuilds/none" }));
    }

    [Fact]
    public async Task Start_WhenASourceCannotBeRead_FailsWithTheSourceAndChangesNothing()
    {
        await host.PlaceAsync(1, Day);
        await host.HoldAsync("merit");

        var ended = await host.EndedAsync(await host.StartRebuildAsync());

        (ended.State, ended.Reason).ShouldBe((RebuildState.Failed, "rebuild.source_unreachable"));
        ended.Detail.ShouldContain("merit");
        (await PeopleAsync()).ShouldBe("1");
        File.Exists(host.RebuildFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Start_WhenASourceLacksWhatIsBooked_FailsAndChangesNothing()
    {
        await host.PlaceAsync(1, Day);
        await host.InUnitAsync(db => db.Set<ServiceKit.Persistence.FeedPositionRow>().Where(row => row.Source == "reporting")
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Sequence, 7)));

        var ended = await host.EndedAsync(await host.StartRebuildAsync());

        (ended.State, ended.Reason).ShouldBe((RebuildState.Failed, "rebuild.source_rewound"));
        (await PeopleAsync()).ShouldBe("1");
    }

    [Fact]
    public async Task Start_ReadsFeedsWithoutTheDeadlineOfTheCallThatAskedForIt()
    {
        await using var feed = await WatchedFeed.StartAsync();
        await using var watched = await RebuildHost.StartAsync($"Feeds:merit={feed.Address}");
        await watched.HoldAsync("merit");

        // A call that names no deadline has half a minute; a rebuild lasts longer.
        var ended = await watched.EndedAsync(await watched.StartRebuildAsync());

        ended.Reason.ShouldBe("rebuild.source_rewound", ended.ToString());
        feed.Deadlines.ShouldNotBeEmpty();
        feed.Deadlines.ShouldAllBe(deadline => deadline == DateTime.MaxValue);
    }
}
