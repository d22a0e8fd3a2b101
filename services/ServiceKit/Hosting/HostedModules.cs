namespace AnSinh.ServiceKit.Hosting;

/// <summary>What runs in this process: modules, and the gRPC services of each.</summary>
public sealed class HostedModules
{
    readonly Dictionary<string, string?> moduleOfService = new(StringComparer.Ordinal) { [""] = null };

    /// <summary>Lists modules and services.</summary>
    /// <param name="modules">Names of the modules.</param>
    /// <param name="services">Full names of gRPC services with the module of each; null for those of the process itself.</param>
    internal HostedModules(IEnumerable<string> modules, IEnumerable<(string Service, string? Module)> services)
    {
        Names = modules.ToHashSet(StringComparer.Ordinal);
        foreach (var (service, module) in services)
        {
            moduleOfService[service] = module;
        }
    }

    /// <summary>Names of the modules.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>Finds the module of a gRPC service.</summary>
    /// <param name="service">Full name of the service; empty for the process.</param>
    /// <param name="module">Name of the module; null for what belongs to the process.</param>
    /// <returns>Whether this process has the service.</returns>
    internal bool TryFindService(string service, out string? module) => moduleOfService.TryGetValue(service, out module);
}
