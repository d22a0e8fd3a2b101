using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AnSinh.People;

/// <summary>Gives a module its people.</summary>
public static class PeopleSetup
{
    /// <summary>Adds the module's register of people; its context calls <see cref="PersonMap.Apply"/>.</summary>
    public static ModuleBuilder AddPeople<TDb>(this ModuleBuilder module)
        where TDb : ServiceDb
    {
        module.RequirePersonKeys();
        module.Services.TryAddSingleton<RegistryCodes>();
        module.Services.TryAddSingleton<PersonRules>();
        module.Services.TryAddScoped<PersonMessages>();
        module.Services.AddScoped<PersonRegistry<TDb>>();
        return module;
    }
}
