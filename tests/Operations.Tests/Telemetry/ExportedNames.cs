using System.Diagnostics.Metrics;

namespace AnSinh.Operations.Tests.Telemetry;

/// <summary>
/// The names under which the collector's Prometheus exporter offers an instrument (OpenTelemetry specification, "Prometheus and
/// OpenMetrics compatibility"): dots become underscores, the unit is appended, then <c>_total</c> for what only grows.
/// </summary>
static class ExportedNames
{
    static readonly Dictionary<string, string> units = new(StringComparer.Ordinal)
    {
        ["s"] = "_seconds",
        ["ms"] = "_milliseconds",
        ["By"] = "_bytes",
        ["1"] = "_ratio",
    };

    public static IEnumerable<string> Of(Instrument instrument)
    {
        var kind = instrument.GetType().Name.Split('`')[0];
        var name = instrument.Name.Replace('.', '_').Replace('-', '_');
        // A unit in braces is an annotation and not part of the name.
        if (units.TryGetValue(instrument.Unit ?? "", out var suffix) && !name.EndsWith(suffix, StringComparison.Ordinal))
        {
            name += suffix;
        }

        return kind switch
        {
            "Histogram" => [$"{name}_bucket", $"{name}_count", $"{name}_sum"],
            "Counter" or "ObservableCounter" => [$"{name}_total"],
            _ => [name],
        };
    }
}
