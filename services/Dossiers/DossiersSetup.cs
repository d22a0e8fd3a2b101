using AnSinh.Dossiers.Deadlines;
using AnSinh.Dossiers.Digitisation;
using AnSinh.Dossiers.Import;
using AnSinh.Dossiers.Papers;
using AnSinh.Dossiers.Workflow;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AnSinh.Dossiers;

/// <summary>Gives a module a register of dossiers.</summary>
public static class DossiersSetup
{
    /// <summary>
    /// Adds the use cases over the module's database, whose context calls <see cref="DossiersMap.Apply"/>. The module has people already
    /// (<c>AddPeople</c>), and declares the rpcs, over the messages of ansinh.dossiers.v1.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="register">Its register.</param>
    public static ModuleBuilder AddDossiers<TDb>(this ModuleBuilder module, DossierRegister register)
        where TDb : ServiceDb
    {
        var services = module.Services;
        services.AddSingleton(new RegisterOf<TDb>(register));
        services.TryAddSingleton<DossierRules>();
        services.AddScoped<DossierBook<TDb>>();
        services.AddScoped<DossierMessages<TDb>>();
        services.AddScoped<RegisterDossier<TDb>>();
        services.AddScoped<AdvanceDossier<TDb>>();
        services.AddScoped<AssignDossier<TDb>>();
        services.AddScoped<UpdatePapers<TDb>>();
        services.AddScoped<DigitiseDossier<TDb>>();
        services.AddScoped<GetDigitisationProgress<TDb>>();
        services.AddScoped<ListDossiers<TDb>>();
        services.AddScoped<DeadlineBook<TDb>>();
        services.AddScoped<DossierImportSteps<TDb>>();
        return module;
    }
}
