using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AnSinh.ServiceKit.Telemetry;

/// <summary>
/// Sends traces, metrics and logs by OTLP to <c>Telemetry:Otlp:Endpoint</c> (<c>Telemetry:Otlp:Protocol</c>: Grpc, the default, or
/// HttpProtobuf). The libraries in use emit activities and measurements of their own; they are listened to by name.
/// </summary>
static class TelemetrySetup
{
    static readonly string[] sources = [AnSinhTelemetry.Name, "Microsoft.AspNetCore", "System.Net.Http", "Grpc.Net.Client", "MassTransit"];

    /// <summary>How often gauges are looked up and measurements sent: <c>Telemetry:IntervalSeconds</c>, 15.</summary>
    public static TimeSpan Interval(IConfiguration configuration) => TimeSpan.FromSeconds(configuration.GetValue("Telemetry:IntervalSeconds", 15.0));

    /// <exception cref="InvalidOperationException">The endpoint is no address or the protocol unknown.</exception>
    public static void AddTelemetry(this IServiceCollection services, ILoggingBuilder logging, IConfiguration configuration)
    {
        if (configuration["Telemetry:Otlp:Endpoint"] is not { Length: > 0 } endpoint)
        {
            return;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address))
        {
            throw new InvalidOperationException($"Telemetry:Otlp:Endpoint \"{endpoint}\" is not an address such as http://collector:4317.");
        }

        if (!Enum.TryParse<OtlpExportProtocol>(configuration["Telemetry:Otlp:Protocol"] ?? nameof(OtlpExportProtocol.Grpc), true, out var protocol))
        {
            throw new InvalidOperationException("Telemetry:Otlp:Protocol is Grpc or HttpProtobuf.");
        }

        void Send(OtlpExporterOptions options, string signal)
        {
            options.Protocol = protocol;
            options.Endpoint = protocol == OtlpExportProtocol.Grpc ? address : new Uri($"{address.ToString().TrimEnd('/')}/v1/{signal}");
        }

        void Describe(ResourceBuilder resource) => resource.AddService(
            configuration["Telemetry:ServiceName"] ?? "ansinh", "ansinh", typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3));

        services.AddSingleton(_ => OpenTelemetrySdk.Create(telemetry => telemetry
            .ConfigureResource(Describe)
            .WithTracing(tracing => tracing.AddSource(sources).AddOtlpExporter(options => Send(options, "traces")))
            .WithMetrics(metrics => metrics.AddMeter([.. AnSinhTelemetry.MeterNames]).AddOtlpExporter((options, reader) =>
            {
                Send(options, "metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)Interval(configuration).TotalMilliseconds;
            }))));
        services.AddHostedService<TelemetryStart>();
        logging.AddOpenTelemetry(logs =>
        {
            var resource = ResourceBuilder.CreateDefault();
            Describe(resource);
            logs.SetResourceBuilder(resource);
            logs.IncludeFormattedMessage = true;
            logs.AddOtlpExporter(options => Send(options, "logs"));
        });
    }

    // Made before anything that emits; the container disposes it last of all, which sends what is left.
    sealed class TelemetryStart(OpenTelemetrySdk sdk) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.FromResult(sdk);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
