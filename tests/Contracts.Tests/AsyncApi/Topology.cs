using System.Reflection;
using AnSinh.AllInOne;
using AnSinh.ServiceKit.Hosting;

namespace AnSinh.Contracts.Tests.AsyncApi;

/// <summary>Who tells what and who follows whom, asked of the modules themselves.</summary>
static class Topology
{
    /// <summary>The services by name. All that the all-in-one hosts are found by themselves.</summary>
    public static IReadOnlyList<ServiceNode> Services()
    {
        var data = Directory.CreateTempSubdirectory("ansinh-asyncapi-");
        try
        {
            var services = Modules().Select(add => NodeOf(add, data.FullName)).OrderBy(service => service.Name, StringComparer.Ordinal).ToList();
            return services.Count > 1 ? services : throw new InvalidOperationException("The all-in-one hosts no services.");
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    static IEnumerable<MethodInfo> Modules() => typeof(PlatformHost).Assembly.GetReferencedAssemblies()
        .Where(name => name.Name!.StartsWith("AnSinh.", StringComparison.Ordinal))
        .SelectMany(name => Assembly.Load(name).GetExportedTypes())
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.ReturnType == typeof(ModuleBuilder)
            && method.GetParameters() is [var only] && only.ParameterType == typeof(ServiceHostBuilder));

    static ServiceNode NodeOf(MethodInfo add, string data)
    {
        // Nothing is built or started: adding a module already says what it follows.
        var module = (ModuleBuilder)add.Invoke(null, [ServiceHostBuilder.Create([$"--DataDirectory={data}"])])!;
        return new ServiceNode(module.Name, EmittedEvents.Of(add.DeclaringType!.Assembly),
            [.. module.BusEndpoints.OrderBy(endpoint => endpoint.Queue, StringComparer.Ordinal)
                .Select(endpoint => new QueueNode(endpoint.Queue, endpoint.Sources, QueueSettings.Of(endpoint.Queue)))]);
    }
}

/// <summary>A service on the bus.</summary>
/// <param name="Name">Its name, which is also its source of events.</param>
/// <param name="Events">Published names of the events that it tells.</param>
/// <param name="Queues">Queues that it consumes.</param>
sealed record ServiceNode(string Name, IReadOnlyCollection<string> Events, IReadOnlyList<QueueNode> Queues);

/// <summary>A queue and what it follows.</summary>
/// <param name="Name">Name of the queue.</param>
/// <param name="Sources">Sources that it books; runs of others are passed over.</param>
/// <param name="Settings">How it is declared.</param>
sealed record QueueNode(string Name, IReadOnlyCollection<string> Sources, QueueSettings Settings)
{
    /// <summary>Queue that takes runs that could not be booked; the name is the bus library's.</summary>
    public string ErrorQueue => $"{Name}_error";
}
