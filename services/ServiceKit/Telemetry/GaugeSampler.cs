using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AnSinh.ServiceKit.Telemetry;

/// <summary>
/// Looks the <see cref="SampledGauge"/>s up and holds their values for whoever collects: collecting waits for nothing, and a database is
/// asked by a timer and not by every collector. What could not be looked up has no value, since an old one would pass for the present.
/// </summary>
sealed partial class GaugeSampler : BackgroundService
{
    readonly List<Instrument> instruments;
    readonly IServiceScopeFactory scopes;
    readonly TimeProvider time;
    readonly TimeSpan interval;
    readonly ILogger<GaugeSampler> logger;

    public GaugeSampler(
        IEnumerable<SampledGauge> gauges, IMeterFactory meters, IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time,
        ILogger<GaugeSampler> logger)
    {
        var meter = meters.Create(AnSinhTelemetry.Name);
        instruments = [.. gauges.GroupBy(gauge => gauge.Name, StringComparer.Ordinal).Select(group => new Instrument(meter, [.. group]))];
        this.scopes = scopes;
        this.time = time;
        this.logger = logger;
        interval = TelemetrySetup.Interval(configuration);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var instrument in instruments.Where(one => one.IsListenedTo))
            {
                await SampleAsync(instrument, stoppingToken);
            }

            await Task.Delay(interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task SampleAsync(Instrument instrument, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await instrument.SampleAsync(scope.ServiceProvider, cancellationToken);
        }
        catch (Exception fault)
        {
            // Whether the database answers is the health check's to say, and loudly.
            LogFault(instrument.Name, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Instrument} could not be looked up now.")]
    partial void LogFault(string instrument, Exception fault);

    sealed class Instrument
    {
        readonly IReadOnlyList<SampledGauge> parts;
        readonly ObservableGauge<double> gauge;
        volatile IReadOnlyList<Measurement<double>> latest = [];

        public Instrument(Meter meter, IReadOnlyList<SampledGauge> parts)
        {
            this.parts = parts;
            gauge = meter.CreateObservableGauge(Name, () => latest, parts[0].Unit, parts[0].Description);
        }

        public string Name => parts[0].Name;

        public bool IsListenedTo => gauge.Enabled;

        public async Task SampleAsync(IServiceProvider services, CancellationToken cancellationToken)
        {
            var values = new List<Measurement<double>>();
            try
            {
                foreach (var part in parts)
                {
                    values.AddRange(await part.ReadAsync(services, cancellationToken));
                }
            }
            finally
            {
                latest = values;
            }
        }
    }
}
