using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Hosting;

namespace AnSinh.Reporting.Figures;

/// <summary>Puts figures in bulk into the reporting module.</summary>
static class FigureServices
{
    public static ModuleBuilder AddFigureService(this ModuleBuilder module)
    {
        module.Services.Configure<WatchOptions>(module.Configuration.GetSection("Reporting:Watch"));
        module.Services.Configure<ExportOptions>(module.Configuration.GetSection("Reporting:Export"));
        module.Services.AddSingleton<WatchPlaces>();
        module.Services.AddScoped<QuestionReader>();
        module.Services.AddScoped<LinePlans>();
        module.Services.AddScoped<LineAnswers>();
        module.Services.AddScoped<FigureRows>();
        module.Services.AddScoped<ApartFigures>();
        module.Services.AddScoped<FigurePieces>();
        module.Services.AddScoped<QueryFigures>();
        module.Services.AddScoped<StreamFigures>();
        module.Services.AddScoped<WatchFigures>();
        module.Services.AddScoped<ExportFigures>();
        return module.AddGrpc<FigureGrpc>(FigureService.Descriptor);
    }
}
