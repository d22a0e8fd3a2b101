using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Counselling;
using AnSinh.Employment.Counselling.Import;
using AnSinh.Employment.Data;
using AnSinh.Employment.Employers;
using AnSinh.Employment.Placements;
using AnSinh.Employment.Placements.Import;
using AnSinh.Employment.Surveys;
using AnSinh.Employment.Unemployment;
using AnSinh.Employment.Unemployment.Import;
using AnSinh.Employment.UnemploymentPayments;
using AnSinh.Employment.Workers;
using AnSinh.People;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;
using AnSinh.SurveyedFigures;

namespace AnSinh.Employment;

/// <summary>Everything that the employment service puts into a host.</summary>
public static class EmploymentModule
{
    /// <summary>Name of the module, of its event source and of its connection string.</summary>
    public const string Name = "employment";

    /// <summary>Adds the employment service.</summary>
    public static ModuleBuilder AddEmployment(this ServiceHostBuilder host)
    {
        var module = host.AddModule(Name);
        module.AddDatabase<EmploymentDb, EmploymentSqliteDb, EmploymentSqlServerDb>();
        module.AddGrpc<WorkerGrpc>(WorkerService.Descriptor);
        module.AddGrpc<EmployerGrpc>(EmployerService.Descriptor);
        module.AddGrpc<PlacementGrpc>(PlacementService.Descriptor);
        module.AddGrpc<CounsellingGrpc>(CounsellingService.Descriptor);
        module.AddGrpc<UnemploymentGrpc>(UnemploymentService.Descriptor);
        module.AddGrpc<LabourSurveyGrpc>(LabourSurveyService.Descriptor);
        module.AddSurveyedFigures<EmploymentDb>(SurveyIndicator.Percent("EMP-13"), SurveyIndicator.Percent("EMP-18"));
        module.FollowAreas<EmploymentDb>();
        module.AddPeople<EmploymentDb>();
        module.AddUnemploymentPayments();
        AddRoles(module);
        AddFeatures(module.Services);
        return module;
    }

    static void AddRoles(ModuleBuilder module)
    {
        string[] read =
        [
            "employment.placements.read", "employment.workers.read", "employment.employers.read", "employment.counselling.read",
            "employment.unemployment.read", "employment.surveys.read",
        ];
        string[] write =
        [
            .. read, "employment.placements.write", "employment.workers.write", "employment.employers.write", "employment.counselling.write",
            "employment.unemployment.write", "employment.surveys.write",
        ];
        module.AddRole("employment-viewer", read);
        module.AddRole("employment-clerk", write);
        module.AddRole("employment-officer",
        [
            .. write, "employment.placements.import", "employment.placements.void", "employment.workers.identify", "employment.counselling.import",
            "employment.counselling.void", "employment.unemployment.import", WorkerMessages.ReadIdentity,
        ]);
        module.AddRole("employment-approver", [.. read, "employment.unemployment.decide", "employment.surveys.sign"]);
    }

    static void AddFeatures(IServiceCollection services)
    {
        services.AddSingleton<WorkerRules>();
        services.AddSingleton<EmployerRules>();
        services.AddSingleton<PlacementRules>();
        services.AddScoped<WorkerRegistry>();
        services.AddScoped<WorkerMessages>();
        services.AddScoped<RegisterWorker>();
        services.AddScoped<IdentifyWorker>();
        services.AddScoped<ListWorkers>();
        services.AddScoped<EmployerRegistry>();
        services.AddScoped<RegisterEmployer>();
        services.AddScoped<PlacementBook>();
        services.AddScoped<RecordPlacement>();
        services.AddScoped<CorrectPlacement>();
        services.AddScoped<VoidPlacement>();
        services.AddScoped<RecordReturn>();
        services.AddScoped<ListPlacements>();
        services.AddScoped<PlacementHistory>();
        services.AddScoped<ChunkPlanner>();
        services.AddScoped<ChunkWriter>();
        services.AddScoped<ImportPlacements>();
        services.AddScoped<WorkerOfRecord>();
        AddJobServices(services);
    }

    static void AddJobServices(IServiceCollection services)
    {
        services.AddSingleton<CounsellingRules>();
        services.AddScoped<CounsellingBook>();
        services.AddScoped<RecordCounselling>();
        services.AddScoped<CounsellingImportSteps>();
        services.AddSingleton<ClaimRules>();
        services.AddScoped<ClaimBook>();
        services.AddScoped<RecordClaim>();
        services.AddScoped<DecideClaim>();
        services.AddScoped<DecisionChecks>();
        services.AddScoped<DecisionImportSteps>();
    }
}
