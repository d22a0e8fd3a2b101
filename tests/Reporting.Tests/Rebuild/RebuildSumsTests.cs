using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Tests.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace AnSinh.Reporting.Tests.Rebuild;

/// <summary>Cells and presences that a rebuild makes of all facts, two at once, are those that bookings added up one by one.</summary>
public sealed class RebuildSumsTests : IAsyncLifetime
{
    static readonly DateOnly Day = new(2020, 5, 1);

    RebuildHost host = null!;

    public async Task InitializeAsync() => host = await RebuildHost.StartAsync("Reporting:Rebuild:FactsAtOnce=2");

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Start_WhenFactsOfACellAreSummedUpInSeveralStretches_GivesTheSameCellsAndPeople()
    {
        var corrected = await host.PlaceAsync(1, Day);
        var voided = await host.PlaceAsync(2, Day);
        foreach (var person in (int[])[1, 2, 3, 3, 4])
        {
            await host.PlaceAsync(person, Day);
        }

        await host.EmitAsync(new PlacementCorrected { Replaces = corrected, Placement = Told.Placement(1, Day.AddDays(9)), Reason = "sai" }, Day);
        await host.EmitAsync(new PlacementVoided { Replaces = voided, Reason = "trùng" }, Day);
        await host.EmitAsync(new PlacementVoided { Replaces = await host.PlaceAsync(5, Day.AddDays(3)), Reason = "trùng" }, Day);

        await ProvedAsync();
    }

    [Fact]
    public async Task Start_WhenCellsAndPresencesAreGone_MakesThemOfTheFacts()
    {
        foreach (var person in (int[])[1, 2, 3, 3])
        {
            await host.PlaceAsync(person, Day.AddDays(person));
        }

        var gone = await host.InUnitAsync(async db => await db.Cells.ExecuteDeleteAsync() + await db.Presences.ExecuteDeleteAsync());
        gone.ShouldBe(6);

        var ended = await host.EndedAsync(await host.StartRebuildAsync());

        ended.State.ShouldBe(RebuildState.Succeeded, ended.ToString());
        ended.Tables.Sum(table => table.Missing).ShouldBe(gone);
        (await host.Reporting.FigureAsync("EMP-02", "2020")).ShouldBe("4");
        (await host.Reporting.FigureAsync("EMP-01", "2020")).ShouldBe("3");
        await ProvedAsync();
    }

    [Fact]
    public async Task Restart_WhenItWasInterruptedHalfWay_MakesAllAnew()
    {
        await host.PlaceAsync(1, Day);
        await host.PlaceAsync(2, Day.AddDays(1));
        await host.HoldAsync("training");
        await host.HeldAsync(await host.StartRebuildAsync());
        await host.LetGoAsync();
        await host.Reporting.Host.StopAsync();
        // What a kill leaves behind: the cells of the first stretch.
        await using (var left = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = host.RebuildFile, Pooling = false }.ToString()))
        {
            await left.OpenAsync();
            await using var cells = left.CreateCommand();
            cells.CommandText = "INSERT INTO cell (measure, area_code, day, dims, \"count\", quantity, amount_vnd) SELECT measure, area_code, day, dims, sign, quantity, amount_vnd FROM fact LIMIT 1";
            (await cells.ExecuteNonQueryAsync()).ShouldBe(1);
        }

        await host.Reporting.Host.StartAsync();
        var ended = await host.EndedAsync(await host.ResumedAsync());

        (ended.Resumed, ended.State).ShouldBe((true, RebuildState.Succeeded), ended.ToString());
        ended.Tables.ShouldAllBe(table => table.LiveRows == table.RebuiltRows && table.LiveChecksum == table.RebuiltChecksum);
    }

    async Task ProvedAsync()
    {
        var ended = await host.EndedAsync(await host.StartRebuildAsync());
        ended.State.ShouldBe(RebuildState.Succeeded, ended.ToString());
        ended.Tables.ShouldAllBe(table => table.LiveRows == table.RebuiltRows && table.LiveChecksum == table.RebuiltChecksum);
        ended.Tables.ShouldAllBe(table => table.Missing + table.Unexpected + table.Changed == 0);
    }
}
