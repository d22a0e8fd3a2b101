using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Health;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Messaging;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace AnSinh.ServiceKit.Subscriptions;

/// <summary>Lets a module follow the events of other services.</summary>
public static class SubscriptionSetup
{
    /// <summary>Books the events of the given sources with a handler, from the bus and from their feeds.</summary>
    public static ModuleBuilder Follow<TDb, THandler>(this ModuleBuilder module, params string[] sources)
        where TDb : ServiceDb
        where THandler : class, IEventHandler<TDb>
    {
        var services = module.Services;
        services.TryAddSingleton<FeedClient>();
        if (services.All(service => service.ServiceType != typeof(SubscriptionStatuses)))
        {
            services.AddSingleton<SubscriptionStatuses>();
            services.AddHealthChecks().AddCheck<SubscriptionHealth>(SubscriptionHealth.Name, HealthStatus.Degraded, [HealthReports.ReadyTag]);
        }

        services.Configure<SubscriptionOptions>(module.Configuration.GetSection("Subscriptions"));
        services.TryAddScoped<THandler>();
        foreach (var source in sources)
        {
            var key = $"{module.Name}.{THandler.Consumer}.{source}";
            services.AddKeyedSingleton(key, (provider, _) => ActivatorUtilities.CreateInstance<Subscription<TDb, THandler>>(provider, source));
            services.AddSingleton(provider => provider.GetRequiredKeyedService<Subscription<TDb, THandler>>(key));
            services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<SubscriptionRunner<TDb, THandler>>(
                provider, provider.GetRequiredKeyedService<Subscription<TDb, THandler>>(key)));
        }

        module.BusEndpoints.Add(new BusEndpoint($"{module.Name}.{THandler.Consumer}", typeof(EventRunConsumer<TDb, THandler>), sources));
        return module;
    }

    /// <summary>Keeps the module's copy of the administrative units in step with reporting's.</summary>
    public static ModuleBuilder FollowAreas<TDb>(this ModuleBuilder module)
        where TDb : ServiceDb => module.Follow<TDb, AreaReplica<TDb>>(AreaReplica<TDb>.Owner);
}
