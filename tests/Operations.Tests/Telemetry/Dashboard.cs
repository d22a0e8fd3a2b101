using System.Text.Json;

namespace AnSinh.Operations.Tests.Telemetry;

/// <summary>Reads Grafana dashboards.</summary>
static class Dashboard
{
    public static IEnumerable<JsonElement> Panels(JsonElement dashboard) => dashboard.GetProperty("panels").EnumerateArray();

    /// <summary>PromQL of all panels, and what the variables are filled from.</summary>
    public static IEnumerable<string> Expressions(JsonElement dashboard) =>
        Panels(dashboard).SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!);

    public static string Unit(JsonElement panel) => panel.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("unit").GetString()!;
}
