using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AnSinh.BenefitPayments.SupportLists;

/// <summary>Permissions that the kernel checks itself, since rpcs do not declare them.</summary>
/// <param name="TakeOver">To import entries as approved on paper, such as <c>merit.gifts.take_over</c>.</param>
/// <param name="ReadIdentity">To see citizen numbers whole.</param>
public sealed record SupportListsPermissions<TDb>(string TakeOver, string ReadIdentity)
    where TDb : ServiceDb;

/// <summary>Gives a module relief programmes and gift campaigns.</summary>
public static class SupportListsSetup
{
    /// <summary>
    /// Adds the use cases; the module's context calls <see cref="SupportListsMap.Apply"/>, the module has people (AddPeople), and its face
    /// declares the rpcs over ansinh.support.v1.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="takeOver">Permission to import entries as approved on paper.</param>
    /// <param name="readIdentity">Permission to see citizen numbers whole.</param>
    public static ModuleBuilder AddSupportLists<TDb>(this ModuleBuilder module, string takeOver, string readIdentity)
        where TDb : ServiceDb
    {
        module.Services.TryAddScoped<RecordScope>();
        module.Services.AddSingleton(new SupportListsPermissions<TDb>(takeOver, readIdentity));
        module.Services.TryAddSingleton<ProgrammeRules>();
        module.Services.TryAddSingleton<EntryRules>();
        module.Services.TryAddSingleton<DeliveryRules>();
        module.Services.AddScoped<ProgrammeBook<TDb>>();
        module.Services.AddScoped<SupportEvents<TDb>>();
        module.Services.AddScoped<EntryImport<TDb>>();
        module.Services.AddScoped<DeliveryImport<TDb>>();
        module.Services.AddScoped<EntryDecisions<TDb>>();
        module.Services.AddScoped<EntryReading<TDb>>();
        return module;
    }
}
