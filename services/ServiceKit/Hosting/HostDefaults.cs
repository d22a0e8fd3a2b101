using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace AnSinh.ServiceKit.Hosting;

/// <summary>What every process of the platform has in common: logging, culture, stopping.</summary>
static class HostDefaults
{
    /// <summary>Time for everything to stop: below Kubernetes' grace period of 45 s.</summary>
    static readonly TimeSpan shutdown = TimeSpan.FromSeconds(25);

    /// <summary>Settings below all others: frameworks speak from warnings upwards.</summary>
    static readonly Dictionary<string, string?> settings = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:System"] = "Warning",
        ["Logging:LogLevel:Grpc"] = "Warning",
        ["Logging:LogLevel:MassTransit"] = "Warning",
    };

    public static void AddDefaults(this IConfigurationBuilder configuration) =>
        configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = settings });

    /// <summary>One line per entry, UTC, no colours: for people and for log collectors.</summary>
    public static void UseLines(this ILoggingBuilder logging)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
    }

    public static void AddStopping(this IServiceCollection services)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = shutdown);
        services.AddSingleton<Draining>();
        services.AddHostedService<DrainOnStop>();
    }

    // Registered on the lifetime, since ApplicationStopping comes before any hosted service is stopped.
    sealed class DrainOnStop(IHostApplicationLifetime lifetime, Draining draining) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.ApplicationStopping.Register(draining.Begin);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
