using AnSinh.ChildProtection.Cases;
using AnSinh.ChildProtection.Children;
using AnSinh.ChildProtection.Children.Import;
using AnSinh.ChildProtection.Data;
using AnSinh.ChildProtection.Incidents;
using AnSinh.ChildProtection.Reading;
using AnSinh.Contracts.Child.V1;
using AnSinh.People;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Subscriptions;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AnSinh.ChildProtection;

/// <summary>Everything that the child protection service puts into a host.</summary>
public static class ChildModule
{
    /// <summary>Name of the module, of its event source and of its connection string.</summary>
    public const string Name = "child";

    /// <summary>Adds the child protection service.</summary>
    public static ModuleBuilder AddChildProtection(this ServiceHostBuilder host)
    {
        var module = host.AddModule(Name);
        module.AddDatabase<ChildDb, ChildSqliteDb, ChildSqlServerDb>();
        module.AddPeople<ChildDb>();
        module.AddGrpc<ChildGrpc>(ChildService.Descriptor);
        module.AddGrpc<IncidentGrpc>(IncidentService.Descriptor);
        module.AddGrpc<CaseGrpc>(CaseService.Descriptor);
        module.FollowAreas<ChildDb>();

        // Before the interceptors of the host, so that it sees the calls that those refuse.
        module.Services.AddGrpc(options => options.Interceptors.Add<ReadTrail>());
        AddRoles(module);
        AddFeatures(module.Services);
        return module;
    }

    // Who counts does not read, who supervises cases does not read the register: need to know.
    static void AddRoles(ModuleBuilder module)
    {
        module.AddRole("child-counter", "child.counts.read");
        module.AddRole(
            "child-worker", "child.counts.read", "child.records.read", "child.records.write", "child.records.import", "child.incidents.read",
            "child.incidents.write", "child.cases.read", "child.cases.write");
        module.AddRole(
            "child-supervisor", "child.counts.read", "child.incidents.read", "child.cases.read", CaseBook.Supervise, "child.cases.approve",
            "child.cases.assign");
    }

    static void AddFeatures(IServiceCollection services)
    {
        services.TryAddScoped<RecordScope>();
        services.AddSingleton<IncidentRules>();
        services.AddScoped<RecordIncident>();
        services.AddScoped<VoidIncident>();
        services.AddScoped<ListIncidents>();
        services.AddScoped<ImportIncidents>();
        services.AddSingleton<ChildRules>();
        services.AddScoped<ChildBook>();
        services.AddScoped<ChildEvents>();
        services.AddScoped<ChildMessages>();
        services.AddScoped<RegisterChild>();
        services.AddScoped<ChangeCircumstance>();
        services.AddScoped<ChangeSupport>();
        services.AddScoped<ExitChild>();
        services.AddScoped<ListChildren>();
        services.AddScoped<CountCircumstances>();
        services.AddScoped<ImportChildren>();
        services.AddScoped<CaseBook>();
        services.AddScoped<CaseTexts>();
        services.AddScoped<CaseMessages>();
        services.AddScoped<OpenCase>();
        services.AddScoped<AssessCase>();
        services.AddScoped<PlanCase>();
        services.AddScoped<CloseCase>();
        services.AddScoped<ReferCase>();
        services.AddScoped<AssignTeam>();
        services.AddScoped<ListCases>();
    }
}
