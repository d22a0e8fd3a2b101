using AnSinh.BenefitPayments.Entitlements;
using AnSinh.BenefitPayments.Files;
using AnSinh.BenefitPayments.Rates;
using AnSinh.BenefitPayments.Reconciliation;
using AnSinh.BenefitPayments.Recovery;
using AnSinh.BenefitPayments.Runs;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AnSinh.BenefitPayments;

/// <summary>Gives a module its benefit payments.</summary>
public static class BenefitPaymentsSetup
{
    /// <summary>
    /// Adds the schemes that a service pays. Called after <c>AddDatabase</c> and once a module; the module adds people too (<c>AddPeople</c>), its
    /// context calls <see cref="BenefitPaymentsMap.Apply"/>, and its gRPC faces call the use cases with the code of their scheme.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="schemes">Its schemes.</param>
    public static ModuleBuilder AddBenefitPayments<TDb>(this ModuleBuilder module, params BenefitScheme[] schemes)
        where TDb : ServiceDb
    {
        var services = module.Services;
        foreach (var scheme in schemes)
        {
            services.AddSingleton(scheme);
        }

        services.TryAddSingleton<SchemeBook>();
        services.TryAddSingleton<EntitlementRules>();
        services.TryAddScoped<EntitlementMessages>();
        services.AddSingleton<IHostedService>(provider => new RateStartup<TDb>(provider.GetRequiredService<IServiceScopeFactory>(), schemes));
        services.AddScoped<RateCatalogue<TDb>>();
        services.AddScoped<RateDesk<TDb>>();
        services.AddScoped<EntitlementBook<TDb>>();
        services.AddScoped<StartEntitlement<TDb>>();
        services.AddScoped<ChangeEntitlement<TDb>>();
        services.AddScoped<TurnEntitlement<TDb>>();
        services.AddScoped<ListEntitlements<TDb>>();
        services.AddScoped<ImportEntitlements<TDb>>();
        services.AddScoped<RunBook<TDb>>();
        services.AddScoped<DueReader<TDb>>();
        services.AddScoped<RunBooker<TDb>>();
        services.AddScoped<PreparePaymentRun<TDb>>();
        services.AddScoped<AddPaymentLine<TDb>>();
        services.AddScoped<AdvancePaymentRun<TDb>>();
        services.AddScoped<ListPaymentRuns<TDb>>();
        services.AddScoped<SetApprovalThreshold<TDb>>();
        services.AddScoped<ExportPaymentFile<TDb>>();
        services.AddScoped<ReturnBooker<TDb>>();
        services.AddScoped<ImportReturnFile<TDb>>();
        services.AddScoped<ResolvePaymentLine<TDb>>();
        services.AddScoped<RecoveryDesk<TDb>>();
        return module;
    }
}
