using AnSinh.ServiceKit.Certificates;
using AnSinh.ServiceKit.Deadlines;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Health;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Quotas;
using AnSinh.ServiceKit.Reflection;
using AnSinh.ServiceKit.Resilience;
using AnSinh.ServiceKit.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AnSinh.ServiceKit.Hosting;

/// <summary>What every host has, whatever its modules.</summary>
static class HostCore
{
    /// <summary>Largest message, unless <c>Hosting:MaxMessageBytes</c> says otherwise.</summary>
    const int MaxMessageBytes = 4 * 1024 * 1024;

    public static void AddHostCore(this IServiceCollection services, ServiceHostBuilder host, GrpcServices grpc)
    {
        var modules = new HostedModules(host.Modules.Select(module => module.Name), grpc.Owners);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(host.Paths);
        services.AddSingleton(modules);
        services.AddSingleton(grpc.Rules);
        services.AddSingleton<PlatformCertificates>();
        services.AddSingleton<ServerTls>();
        services.AddSingleton<GrpcChannels>();
        services.AddStopping();
        services.AddHealthChecks();
        services.AddSingleton<HealthReports>();
        services.AddSingleton<GrpcHealth>();
        services.AddSingleton(provider => new GrpcReflection(grpc.All, provider.GetRequiredService<Draining>()));
        services.AddHostGauges();
        services.AddSingleton<CallMeter>();
        services.AddSingleton<FaultTranslation>();
        services.AddSingleton<ErrorInterceptor>();
        services.AddSingleton<DeadlineInterceptor>();
        var largest = host.Configuration.GetValue("Hosting:MaxMessageBytes", MaxMessageBytes);
        services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = largest;
            options.MaxSendMessageSize = largest;
            options.EnableDetailedErrors = false;

            // Errors outside the others: whatever they throw is translated. What comes out of that is measured.
            options.Interceptors.Add<CallMeter>();
            options.Interceptors.Add<ErrorInterceptor>();
            options.Interceptors.Add<DeadlineInterceptor>();
            options.Interceptors.Add<AccessInterceptor>();
            options.Interceptors.Add<QuotaInterceptor>();
        });
    }
}
