using System.Diagnostics.Metrics;

namespace AnSinh.ServiceKit.Telemetry;

/// <summary>
/// A state of the process or of its database that has to be looked up. Registered as a singleton; looked up every
/// <c>Telemetry:IntervalSeconds</c> while somebody listens. Several of one name are one instrument: their values differ by tags.
/// </summary>
/// <param name="Name">Name of the instrument, beginning with <c>ansinh.</c>.</param>
/// <param name="Unit">Unit, UCUM.</param>
/// <param name="Description">What it says.</param>
/// <param name="ReadAsync">Looks it up, in a scope of its own; no value where there is none.</param>
public sealed record SampledGauge(
    string Name, string Unit, string Description, Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<Measurement<double>>>> ReadAsync)
{
    /// <summary>A value with tags.</summary>
    /// <param name="value">Value.</param>
    /// <param name="tags">Names and values; few different ones, never anything about people.</param>
    public static Measurement<double> Value(double value, params (string Name, string Value)[] tags) =>
        new(value, tags.Select(tag => new KeyValuePair<string, object?>(tag.Name, tag.Value)));

    // A gauge whose values are at hand.
    internal static SampledGauge Of(string name, string unit, string description, Func<IServiceProvider, IEnumerable<Measurement<double>>> read) =>
        new(name, unit, description, (services, _) => Task.FromResult<IReadOnlyList<Measurement<double>>>([.. read(services)]));
}
