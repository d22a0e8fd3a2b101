using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.SurveyedFigures;

/// <summary>Gives a module figures of surveys; the module maps <see cref="SurveyedFigureMap"/> and serves <see cref="SurveyedFigureFace{TDb}"/>.</summary>
public static class SurveyedFiguresSetup
{
    /// <summary>Adds the kernel.</summary>
    /// <typeparam name="TDb">The module's database.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="indicators">The indicators that it takes figures of.</param>
    public static ModuleBuilder AddSurveyedFigures<TDb>(this ModuleBuilder module, params IReadOnlyList<SurveyIndicator> indicators)
        where TDb : ServiceDb
    {
        module.Services.AddSingleton(new SurveyIndicators<TDb>(indicators));
        module.Services.AddSingleton<SurveyedFigureRules<TDb>>();
        module.Services.AddScoped<SurveyedFigureBook<TDb>>();
        module.Services.AddScoped<ListSurveyedFigures<TDb>>();
        module.Services.AddScoped<SurveyedFigureFace<TDb>>();
        return module;
    }
}
