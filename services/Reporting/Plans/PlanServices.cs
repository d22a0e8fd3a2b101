using AnSinh.Contracts.Reporting.V1;
using AnSinh.Reporting.Templates;
using AnSinh.ServiceKit.Hosting;

namespace AnSinh.Reporting.Plans;

/// <summary>Puts plans into the module.</summary>
static class PlanServices
{
    /// <summary>Adds plans: versions, progress, forecasts, breakdowns.</summary>
    public static void AddPlans(this ModuleBuilder module)
    {
        var services = module.Services;
        services.AddSingleton<PlanRules>();
        services.AddSingleton<BreakdownRules>();
        services.AddScoped<PlansInForce>();
        services.AddScoped<IPlanProgressSource>(provider => provider.GetRequiredService<PlansInForce>());
        services.AddScoped<SetPlan>();
        services.AddScoped<SetPlanBreakdown>();
        services.AddScoped<GetPlanBreakdown>();
        services.AddScoped<PlanProgressOn>();
        services.AddScoped<ListPlanVersions>();
        module.AddGrpc<PlanGrpc>(PlanService.Descriptor);
    }
}
