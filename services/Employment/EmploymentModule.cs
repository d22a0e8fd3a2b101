using AnSinh.Contracts.Employment.V1;
using AnSinh.People;
using AnSinh.Employment.Data;
using AnSinh.Employment.Employers;
using AnSinh.Employment.Placements;
using AnSinh.Employment.Placements.Import;
using AnSinh.Employment.Workers;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;

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
        module.FollowAreas<EmploymentDb>();
        module.RequirePersonKeys();
        AddRoles(module);
        AddFeatures(module.Services);
        return module;
    }

    static void AddRoles(ModuleBuilder module)
    {
        string[] read = ["employment.placements.read", "employment.workers.read", "employment.employers.read"];
        string[] write = [.. read, "employment.placements.write", "employment.workers.write", "employment.employers.write"];
        module.AddRole("employment-viewer", read);
        module.AddRole("employment-clerk", write);
        module.AddRole("employment-officer",
            [.. write, "employment.placements.import", "employment.placements.void", "employment.workers.identify", WorkerMessages.ReadIdentity]);
    }

    static void AddFeatures(IServiceCollection services)
    {
        services.AddSingleton<RegistryCodes>();
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
    }
}
