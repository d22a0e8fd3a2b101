using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace AnSinh.ServiceKit.Hosting;

/// <summary>Puts one module (one service's library) into a host. Everything that a module brings goes through here.</summary>
public sealed class ModuleBuilder
{
    internal ModuleBuilder(ServiceHostBuilder host, string name)
    {
        Host = host;
        Name = name;
    }

    /// <summary>The host.</summary>
    public ServiceHostBuilder Host { get; }

    /// <summary>Name of the module, such as <c>employment</c>: its source of events, its connection string, its tag on health checks.</summary>
    public string Name { get; }

    /// <summary>Services of the host.</summary>
    public IServiceCollection Services => Host.Services;

    /// <summary>Configuration of the host.</summary>
    public IConfiguration Configuration => Host.Configuration;

    /// <summary>Where the host keeps its files.</summary>
    public HostPaths Paths => Host.Paths;

    /// <summary>The module's database context; null for a module without one. Its commands run in that database's transactions.</summary>
    public Type? DatabaseType { get; set; }

    /// <summary>Queues that the module consumes.</summary>
    public List<BusEndpoint> BusEndpoints { get; } = [];

    internal bool NeedsPersonKeys { get; private set; }

    /// <summary>Serves a gRPC service: its rpcs are ruled, reflected, watched for health, and run in the module's transactions.</summary>
    /// <typeparam name="TService">The implementation.</typeparam>
    /// <param name="descriptor">The contract.</param>
    /// <exception cref="InvalidOperationException">An rpc has no access rule that can be enforced, or the implementation is of another contract.</exception>
    public ModuleBuilder AddGrpc<TService>(ServiceDescriptor descriptor)
        where TService : class
    {
        Host.AddGrpc<TService>(descriptor, this);
        return this;
    }

    /// <summary>
    /// Says that the module handles people: without the platform's key files (<see cref="PersonKeys"/>, <see cref="FieldCipher"/>) the
    /// process then does not start, instead of failing at the first person. Modules that do not say so need not be given the keys.
    /// </summary>
    public ModuleBuilder RequirePersonKeys()
    {
        NeedsPersonKeys = true;
        return this;
    }

    /// <summary>Says what a role may do here; several sayings add up.</summary>
    /// <param name="role">Name of the role, as tokens carry it.</param>
    /// <param name="permissions">Permissions.</param>
    public ModuleBuilder AddRole(string role, params string[] permissions)
    {
        Services.AddSingleton(new RoleGrant(role, permissions));
        return this;
    }

    /// <summary>Maps what is not gRPC, such as pages.</summary>
    /// <param name="map">Called when the host is built.</param>
    public ModuleBuilder OnMap(Action<WebApplication> map)
    {
        Host.OnMap(map);
        return this;
    }
}
