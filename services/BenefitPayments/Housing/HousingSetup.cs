using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AnSinh.BenefitPayments.Housing;

/// <summary>What a module says about its houses.</summary>
/// <param name="Beneficiary">Whose houses the service keeps; others are refused.</param>
/// <param name="ReadIdentity">Permission to see citizen numbers whole.</param>
public sealed record HousingOptions<TDb>(HousingBeneficiary Beneficiary, string ReadIdentity)
    where TDb : ServiceDb;

/// <summary>Gives a module housing support.</summary>
public static class HousingSetup
{
    /// <summary>Adds the use cases; the module's context calls <see cref="HousingMap.Apply"/> and the module has people (AddPeople).</summary>
    /// <param name="module">The module.</param>
    /// <param name="beneficiary">Whose houses the service keeps.</param>
    /// <param name="readIdentity">Permission to see citizen numbers whole.</param>
    public static ModuleBuilder AddHousing<TDb>(this ModuleBuilder module, HousingBeneficiary beneficiary, string readIdentity)
        where TDb : ServiceDb
    {
        module.Services.AddSingleton(new HousingOptions<TDb>(beneficiary, readIdentity));
        module.Services.TryAddSingleton<HousingRules>();
        module.Services.TryAddScoped<RecordScope>();
        module.Services.AddScoped<HousingBook<TDb>>();
        module.Services.AddScoped<HousingChanges<TDb>>();
        module.Services.AddScoped<HousingImport<TDb>>();
        return module;
    }
}
