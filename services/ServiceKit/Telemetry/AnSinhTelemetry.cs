using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AnSinh.ServiceKit.Telemetry;

/// <summary>
/// Where the platform's own activities and measurements begin. Always there; without a listener (<c>Telemetry:Otlp:Endpoint</c>) they
/// cost next to nothing.
/// </summary>
public static class AnSinhTelemetry
{
    /// <summary>Name of the source and of the meter.</summary>
    public const string Name = "AnSinh";

    /// <summary>Source of activities.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Meter. Names of instruments begin with <c>ansinh.</c>; units are UCUM.</summary>
    public static Meter Meter { get; } = new(Name);
}
