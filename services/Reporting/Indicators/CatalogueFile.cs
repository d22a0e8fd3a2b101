using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Measures;

namespace AnSinh.Reporting.Indicators;

/// <summary>Where the catalogue comes from: <c>Reporting:CatalogueFile</c> (a file, or a directory of *.yaml), or the one in the assembly.</summary>
static class CatalogueFile
{
    public static IndicatorCatalogue Load(IConfiguration configuration) => configuration["Reporting:CatalogueFile"] is { Length: > 0 } path
        ? IndicatorCatalogue.Load([.. Files(path).Select(file => new CatalogueText(Path.GetFileName(file), File.ReadAllText(file)))], BookingRules.Measures)
        : IndicatorCatalogue.LoadBuiltIn(BookingRules.Measures);

    static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.GetFiles(path, "*.yaml").Order(StringComparer.Ordinal) : [path];
}

/// <summary>Keeps a process with a wrong catalogue, or wrong rules over it, from starting: the exception names every wrong line.</summary>
/// <param name="provider">Makes what is read from files.</param>
sealed class CatalogueCheck(Func<object> provider) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        provider();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
