using AnSinh.Contracts.Protection.V1;
using AnSinh.ServiceKit.Hosting;

namespace AnSinh.SocialProtection.Poverty;

/// <summary>Gives the module its poverty surveys.</summary>
static class PovertySetup
{
    public static void AddPoverty(this ModuleBuilder module)
    {
        module.Services.AddSingleton<PovertyStandards>();
        module.Services.AddSingleton<HouseholdRules>();
        module.Services.AddScoped<PovertySurveys>();
        module.Services.AddScoped<ImportHouseholds>();
        module.Services.AddScoped<ReadHouseholds>();
        module.Services.AddScoped<ApprovePovertyList>();
        module.AddGrpc<PovertySurveyGrpc>(PovertySurveyService.Descriptor);
    }
}
