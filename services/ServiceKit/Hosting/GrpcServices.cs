using AnSinh.ServiceKit.Agencies;
using AnSinh.ServiceKit.Commands;
using AnSinh.ServiceKit.Health;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace AnSinh.ServiceKit.Hosting;

/// <summary>The gRPC services of a host: collected from the modules, mapped when the host is built.</summary>
sealed class GrpcServices
{
    static readonly ServiceDescriptor health = Grpc.Health.V1.Health.Descriptor;
    static readonly ServiceDescriptor reflection = Grpc.Reflection.V1.ServerReflection.Descriptor;

    readonly Dictionary<string, (Type Implementation, ModuleBuilder? Module)> byName = new(StringComparer.Ordinal);
    readonly List<Action<IEndpointRouteBuilder>> maps = [app => app.MapGrpcService<GrpcHealth>(), app => app.MapGrpcService<GrpcReflection>()];

    public AccessRules Rules { get; } = new();

    /// <summary>Everything that is served, health and reflection included.</summary>
    public IEnumerable<ServiceDescriptor> All => Rules.Services.Append(health).Append(reflection);

    /// <summary>Names of services with the module of each.</summary>
    public IEnumerable<(string Service, string? Module)> Owners =>
        All.Select(service => (service.FullName, byName.TryGetValue(service.FullName, out var known) ? known.Module?.Name : null));

    public void Add<TService>(ServiceDescriptor descriptor, ModuleBuilder? module, IServiceCollection services)
        where TService : class
    {
        if (byName.TryGetValue(descriptor.FullName, out var known))
        {
            if (known.Implementation != typeof(TService) || known.Module != module)
            {
                throw new InvalidOperationException($"{descriptor.FullName} is served by {known.Implementation} already.");
            }

            return;
        }

        RequireContract(typeof(TService), descriptor);
        Rules.Add(descriptor);
        byName.Add(descriptor.FullName, (typeof(TService), module));
        maps.Add(app => app.MapGrpcService<TService>());

        // Asked when the host starts: the module may name its database after its services.
        services.AddGrpc().AddServiceOptions<TService>(options =>
        {
            if (module?.DatabaseType is { } database)
            {
                options.Interceptors.Add(typeof(AgencyTrail<>).MakeGenericType(database));
                options.Interceptors.Add(typeof(CommandInterceptor<>).MakeGenericType(database));
            }
        });
    }

    public void Map(IEndpointRouteBuilder app) => maps.ForEach(map => map(app));

    // The generated base class says which contract it binds.
    static void RequireContract(Type implementation, ServiceDescriptor descriptor)
    {
        var bound = implementation.GetCustomAttributes(typeof(BindServiceMethodAttribute), inherit: true).OfType<BindServiceMethodAttribute>().FirstOrDefault()
            ?.BindType.GetProperty("Descriptor")?.GetValue(null) as ServiceDescriptor;
        if (bound?.FullName != descriptor.FullName)
        {
            throw new InvalidOperationException($"{implementation} implements {bound?.FullName ?? "no contract"}, not {descriptor.FullName}.");
        }
    }
}
