using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Quality.Checks;
using AnSinh.ServiceKit.Hosting;

namespace AnSinh.Reporting.Quality;

/// <summary>Puts data quality into the module.</summary>
static class QualityServices
{
    /// <summary>Adds the rules, which are checked at start, and what runs them.</summary>
    public static void AddQuality(this ModuleBuilder module)
    {
        var services = module.Services;
        services.AddSingleton(provider => QualityRules.Load(module.Configuration, provider.GetRequiredService<IndicatorCatalogue>()));
        services.AddSingleton<IHostedService>(provider => new CatalogueCheck(provider.GetRequiredService<QualityRules>));
        services.AddScoped<IQualityCheck, SilentAreas>();
        services.AddScoped<IQualityCheck, NotEntered>();
        services.AddScoped<IQualityCheck, LateRecords>();
        services.AddScoped<IQualityCheck, Outliers>();
        services.AddScoped<IQualityCheck, Subsets>();
        services.AddScoped<IQualityCheck, RepeatedPeople>();
        services.AddScoped<IQualityCheck, SequenceGaps>();
        services.AddScoped<FindingBook>();
        services.AddScoped<QualityLook>();
        services.AddSingleton<QualityTurn>();
        services.AddScoped<RunQualityChecks>();
        services.AddScoped<ListQualityFindings>();
        services.AddScoped<UpdateQualityFinding>();
        // Before the service itself, so that it stands outside the transaction of its commands.
        services.AddGrpc().AddServiceOptions<QualityGrpc>(options => options.Interceptors.Add<LookBeforehand>());
        module.AddGrpc<QualityGrpc>(QualityService.Descriptor);
    }
}
