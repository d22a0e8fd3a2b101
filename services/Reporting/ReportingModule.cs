using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.AreaMaster;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Figures;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Ledger.Sqlite;
using AnSinh.Reporting.Ledger.SqlServer;
using AnSinh.Reporting.Measures;
using AnSinh.Reporting.Plans;
using AnSinh.Reporting.Quality;
using AnSinh.Reporting.Rebuild;
using AnSinh.Reporting.Reports;
using AnSinh.Reporting.WorkProgramme;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;

namespace AnSinh.Reporting;

/// <summary>Puts reporting into a host.</summary>
public static class ReportingModule
{
    /// <summary>Adds reporting: the ledger that follows the other services, indicators, plans, reports, and the administrative units.</summary>
    public static ModuleBuilder AddReporting(this ServiceHostBuilder host)
    {
        var module = host.AddModule("reporting");
        module.AddDatabase<ReportingDb, ReportingSqliteDb, ReportingSqlServerDb>();
        AddLedger(module);
        AddFigures(module);
        module.AddFigureService();
        module.AddPlans();
        module.AddQuality();
        module.AddReports();
        AddWorkProgramme(module);
        AddAreas(module);
        module.AddRebuild();
        return module.AddRoles();
    }

    static void AddLedger(ModuleBuilder module)
    {
        if (module.Configuration["Database:Provider"] == "SqlServer")
        {
            module.Services.AddSingleton<ILedgerStore, SqlServerLedgerStore>();
        }
        else
        {
            module.Services.AddSingleton<ILedgerStore, SqliteLedgerStore>();
        }

        module.Services.AddSingleton<DimensionSets>();
        module.Services.AddSingleton<AreaWindows>();
        module.Services.AddSingleton<AreaHistory>();
        module.Services.AddSingleton<PersonJoins>();
        module.Services.AddSingleton<ImportedAreas>();
        module.Services.AddSingleton<KeptAnswers>();
        module.Services.AddScoped<AnswerKeeping>();
        module.Services.Configure<KeptMonthsOptions>(module.Configuration.GetSection("Reporting:KeptMonths"));
        module.Services.AddSingleton<KeptMonths>();
        module.Services.AddSingleton<ParkedEvents>();
        module.Services.AddSingleton<LedgerBooking>();
        module.Services.AddSingleton<ReplayParkedEvents>();
        module.Services.AddSingleton<Contributions>();
        module.Services.AddScoped<IFigureSource, LedgerFigureSource>();
        module.Services.AddLedgerGauges();
        module.Services.AddSingleton<LedgerLag>();
        module.Services.AddSingleton<LedgerPulse>();
        module.Follow<ReportingDb, LedgerProjection>([.. BookingRules.Sources]);
    }

    static void AddFigures(ModuleBuilder module)
    {
        var services = module.Services;
        services.AddSingleton(_ => CatalogueFile.Load(module.Configuration));
        services.AddSingleton<IHostedService>(provider => new CatalogueCheck(provider.GetRequiredService<IndicatorCatalogue>));
        services.AddSingleton<FigureSubject>();
        services.AddScoped<FormulaEvaluator>();
        services.AddScoped<Freshness>();
        services.AddSingleton<SubsetCheck>();
        services.AddScoped<QueryIndicators>();
        services.AddScoped<ListContributions>();
        module.AddGrpc<IndicatorGrpc>(IndicatorService.Descriptor);
    }

    static void AddWorkProgramme(ModuleBuilder module)
    {
        module.Services.AddSingleton<WorkItemRules>();
        module.Services.AddScoped<WorkItemBook>();
        module.Services.AddScoped<ImportWorkItems>();
        module.AddGrpc<WorkProgrammeGrpc>(WorkProgrammeService.Descriptor);
    }

    static void AddAreas(ModuleBuilder module)
    {
        module.Services.AddScoped<ImportAreas>();
        module.Services.AddSingleton<AreaKeyRules>();
        module.Services.AddScoped<ImportAreaKey>();
        module.AddGrpc<AreaGrpc>(AreaService.Descriptor);
    }

    static ModuleBuilder AddRoles(this ModuleBuilder module)
    {
        string[] read = ["reporting.indicators.read", "reporting.plans.read", "reporting.reports.read", "reporting.areas.read", "reporting.work.read", "reporting.quality.read"];
        string[] work = ["reporting.work.write", "reporting.work.void", "reporting.work.import"];
        string[] quality = ["reporting.quality.run", "reporting.quality.write"];
        return module
            .AddRole("report-reader", read)
            .AddRole("planning-officer", [.. read, "reporting.contributions.read", "reporting.plans.write", "reporting.areas.import", "reporting.reports.write", .. work, .. quality])
            .AddRole("report-approver", [.. read, "reporting.contributions.read", "reporting.reports.approve"])
            .AddRole("report-publisher", [.. read, "reporting.contributions.read", "reporting.reports.publish"])
            .AddRole("reporting-operator", [.. read, "reporting.contributions.read", "reporting.parked.read", "reporting.parked.replay", "reporting.areas.import", "reporting.rebuilds.read", "reporting.rebuilds.run", .. quality]);
    }
}
