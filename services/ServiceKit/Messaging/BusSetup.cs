using AnSinh.ServiceKit.Certificates;
using AnSinh.ServiceKit.Hosting;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AnSinh.ServiceKit.Messaging;

/// <summary>
/// Puts the bus into a host once all modules have said what they consume: in memory for one process, RabbitMQ for several. No code
/// differs, only <c>Bus:Transport</c>.
/// </summary>
public static class BusSetup
{
    /// <summary>Adds the bus with the consumers of all modules.</summary>
    public static void AddBus(this ServiceHostBuilder host)
    {
        var transport = host.Configuration["Bus:Transport"] ?? "InMemory";
        var endpoints = host.Modules.SelectMany(module => module.BusEndpoints).ToList();
        host.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();

            // Commands, numbering and the feed do without the broker: its absence degrades a service and never makes it unready.
            bus.ConfigureHealthCheckOptions(health => health.MinimalFailureStatus = HealthStatus.Degraded);
            foreach (var endpoint in endpoints)
            {
                bus.AddConsumer(endpoint.Consumer);
            }

            switch (transport)
            {
                case "InMemory":
                    bus.UsingInMemory((context, memory) =>
                    {
                        foreach (var endpoint in endpoints)
                        {
                            memory.ReceiveEndpoint(endpoint.Queue, receive => Configure(context, receive, endpoint));
                        }
                    });
                    break;
                case "RabbitMq":
                    bus.UsingRabbitMq((context, rabbit) =>
                        RabbitMqSetup.Connect(rabbit, host.Configuration.GetSection("Bus:RabbitMq"), context.GetRequiredService<PlatformCertificates>()));
                    bus.AddReceiveEndpointObserver(provider => provider.GetRequiredService<EndpointSigns>());
                    break;
                default:
                    throw new InvalidOperationException($"Bus:Transport is \"{transport}\"; allowed: InMemory, RabbitMq.");
            }
        });
        host.Services.Remove(host.Services.Single(service => service.ImplementationType == typeof(MassTransitHostedService)));
        host.Services.AddSingleton<MassTransitHostedService>();
        host.Services.AddHostedService<BusHost>();
        if (transport == "RabbitMq")
        {
            ConnectWhenRunning(host, endpoints);
        }
    }

    /// <summary>Endpoints on the broker are connected one by one, so that one that hangs can be replaced.</summary>
    static void ConnectWhenRunning(ServiceHostBuilder host, List<BusEndpoint> endpoints)
    {
        host.Services.Configure<BrokerEndpointOptions>(host.Configuration.GetSection("Bus:RabbitMq"));
        host.Services.AddSingleton<EndpointSigns>();
        host.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<BrokerEndpoints>(
            provider, endpoints, (Action<IRegistrationContext, IReceiveEndpointConfigurator, BusEndpoint>)Configure));
    }

    static void Configure(IRegistrationContext context, IReceiveEndpointConfigurator receive, BusEndpoint endpoint)
    {
        // One run after another keeps the order; a source that is away pauses the endpoint instead of filling its error queue.
        receive.PrefetchCount = 4;
        receive.ConcurrentMessageLimit = 1;
        receive.UseKillSwitch(options => options.SetActivationThreshold(5).SetTripThreshold(0.5).SetRestartTimeout(s: 10));
        receive.UseMessageRetry(retry => retry.Intervals(100, 400, 1_000));
        if (receive is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            RabbitMqSetup.Harden(rabbit, endpoint.Queue);
        }

        // What is passed over is neither an error nor kept in a queue of its own.
        receive.DiscardSkippedMessages();
        receive.ConfigureReceive(pipe => pipe.UseFilter(new OtherSources(endpoint.Sources)));
        receive.ConfigureConsumer(context, endpoint.Consumer);
    }
}

/// <summary>A queue of this process and the consumer behind it.</summary>
/// <param name="Queue">Name of the queue; one for all instances of a service.</param>
/// <param name="Consumer">Consumer type.</param>
/// <param name="Sources">Sources that the consumer follows.</param>
public sealed record BusEndpoint(string Queue, Type Consumer, IReadOnlyCollection<string> Sources);
