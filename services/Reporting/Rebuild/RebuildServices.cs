using System.Diagnostics.Metrics;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Telemetry;

namespace AnSinh.Reporting.Rebuild;

/// <summary>Puts the rebuilding of the ledger into the module.</summary>
static class RebuildServices
{
    public static void AddRebuild(this ModuleBuilder module)
    {
        module.Services.Configure<RebuildOptions>(module.Configuration.GetSection("Reporting:Rebuild"));
        module.Services.AddSingleton<RebuildFeed>();
        module.Services.AddSingleton<RebuildBooking>();
        module.Services.AddSingleton<RebuildSums>();
        module.Services.AddSingleton<RebuildLedger>();
        module.Services.AddSingleton<RebuildJobs>();
        module.Services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<RebuildJobs>());
        module.Services.AddSingleton(new SampledGauge(
            "ansinh.rebuild.remaining", "{event}", "Events that a rebuild of the ledger has still to book; 0 when none runs", RemainingAsync));
        module.AddGrpc<RebuildGrpc>(RebuildService.Descriptor);
    }

    static Task<IReadOnlyList<Measurement<double>>> RemainingAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Measurement<double>>>([SampledGauge.Value(services.GetRequiredService<RebuildJobs>().All.Sum(run => run.Remaining))]);
}
