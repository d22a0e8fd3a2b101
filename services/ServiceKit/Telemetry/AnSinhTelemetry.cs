using System.Diagnostics;

namespace AnSinh.ServiceKit.Telemetry;

/// <summary>
/// Where the platform's own activities and measurements begin. Always there; without a listener (<c>Telemetry:Otlp:Endpoint</c>) they
/// cost next to nothing. Instruments belong to a meter of <see cref="Name"/> that the host's <c>IMeterFactory</c> makes, and end with the
/// host; their names begin with <c>ansinh.</c>, units are UCUM; a state that is looked up is a <see cref="SampledGauge"/>.
/// </summary>
public static class AnSinhTelemetry
{
    /// <summary>Name of the source and of the meter.</summary>
    public const string Name = "AnSinh";

    /// <summary>
    /// Names of the meters that are sent to the collector: the platform's own and those of the libraries in use. Rules and dashboards
    /// under <c>deploy/telemetry</c> can only use instruments of these.
    /// </summary>
    public static IReadOnlyList<string> MeterNames { get; } =
    [
        Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime",
        "Grpc.AspNetCore.Server", "Grpc.Net.Client", "MassTransit", "Microsoft.EntityFrameworkCore", "Polly",
    ];

    /// <summary>Source of activities.</summary>
    public static ActivitySource Source { get; } = new(Name);
}
