using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Templates;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Hosting;

namespace AnSinh.Reporting.Reports;

/// <summary>Puts reports into the module.</summary>
static class ReportServices
{
    /// <summary>Templates, deadlines, reports and their rpcs; templates and deadlines are checked when the process starts.</summary>
    public static void AddReports(this ModuleBuilder module)
    {
        var services = module.Services;
        services.AddSingleton(provider => TemplateBook.Load(module.Configuration, provider.GetRequiredService<IndicatorCatalogue>()));
        services.AddSingleton(provider => ReportDeadlines.Load(module.Configuration, provider.GetRequiredService<AreaDirectory>()));
        services.AddSingleton<IHostedService>(provider => new CatalogueCheck(() =>
        {
            provider.GetRequiredService<TemplateBook>();
            provider.GetRequiredService<ReportDeadlines>();
            return provider.GetRequiredService<IndicatorCatalogue>();
        }));
        services.AddSingleton<ReportParts>();
        services.AddSingleton<ReportMessages>();
        services.AddScoped<TemplateRenderer>();
        services.AddScoped<ReportRendering>();
        services.AddScoped<RenderReport>();
        services.AddScoped<FreezeReport>();
        services.AddScoped<PublishReport>();
        services.AddScoped<ReportBook>();
        services.AddScoped<ReportReading>();
        services.AddScoped<FactsInFigures>();
        services.AddScoped<ReportDifferences>();
        services.AddScoped<PublishedFigures>();
        services.AddScoped<ReportFigureEvents>();
        // Before the service itself, so that it stands outside the transaction of its commands.
        services.AddGrpc().AddServiceOptions<ReportGrpc>(options => options.Interceptors.Add<FreezeBeforehand>());
        module.AddGrpc<ReportGrpc>(ReportService.Descriptor);
    }
}
