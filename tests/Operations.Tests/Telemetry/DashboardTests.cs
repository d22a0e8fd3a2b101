using System.Text.Json;
using Shouldly;
using Xunit;

namespace AnSinh.Operations.Tests.Telemetry;

public sealed class DashboardTests
{
    // Units that Grafana knows and that these boards use; a misspelt one is silently shown as text.
    static readonly string[] units = ["short", "s", "bytes", "percentunit", "reqps"];

    [Fact]
    public void Dashboards_HaveNamesOfTheirOwn()
    {
        Deployed.Dashboards.Keys.ShouldBe(["service-health.json", "relay-and-projections.json", "freshness.json", "error-queues.json"], ignoreOrder: true);
        Deployed.Dashboards.Values.Select(board => board.GetProperty("uid").GetString()).ShouldBeUnique();
        Deployed.Dashboards.Values.Select(board => board.GetProperty("title").GetString()).ShouldBeUnique();
    }

    [Fact]
    public void Panels_HaveAUnitAndSayWhatTheyShow() => Deployed.Dashboards.SelectMany(board => Dashboard.Panels(board.Value)
        .Where(panel => !units.Contains(Dashboard.Unit(panel)) || panel.GetProperty("description").GetString() is not { Length: > 0 })
        .Select(panel => $"{board.Key}: {panel.GetProperty("title")}")).ShouldBeEmpty();

    [Fact]
    public void Panels_DoNotLieOnEachOther() => Deployed.Dashboards.SelectMany(board =>
    {
        var cells = Dashboard.Panels(board.Value).SelectMany(Cells).ToList();
        return cells.Count == cells.Distinct().Count() ? (string[])[] : [board.Key];
    }).ShouldBeEmpty();

    [Fact]
    public void Dashboards_TakeTheirDataSourceFromAVariable() => Deployed.Dashboards.SelectMany(board => Dashboard.Panels(board.Value)
        .Where(panel => panel.GetProperty("datasource").GetProperty("uid").GetString() != "${datasource}").Select(_ => board.Key)).ShouldBeEmpty();

    static IEnumerable<(int X, int Y)> Cells(JsonElement panel)
    {
        int At(string name) => panel.GetProperty("gridPos").GetProperty(name).GetInt32();
        At("x").ShouldBeLessThanOrEqualTo(24 - At("w"));
        return from x in Enumerable.Range(At("x"), At("w")) from y in Enumerable.Range(At("y"), At("h")) select (x, y);
    }
}
