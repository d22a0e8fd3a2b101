using AnSinh.Contracts.Events.V1;
using AnSinh.ServiceKit.Certificates;
using AnSinh.ServiceKit.Deadlines;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Health;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Messaging;
using AnSinh.ServiceKit.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace AnSinh.ServiceKit.Hosting;

/// <summary>
/// Builds a process that hosts one module or several: ports, gRPC, identity, health, reflection, telemetry, stopping. A service's
/// <c>Program.cs</c> makes one, adds its module and runs it; the all-in-one adds them all.
/// </summary>
public sealed class ServiceHostBuilder
{
    readonly List<ModuleBuilder> modules = [];
    readonly GrpcServices grpc = new();
    readonly List<Action<WebApplication>> maps = [];
    HostPaths? paths;

    ServiceHostBuilder(string[] args)
    {
        // appsettings.json lies beside the program, whatever the working directory, and is read once: no file watchers.
        Web = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"],
            ContentRootPath = AppContext.BaseDirectory,
        });
        Web.Configuration.AddDefaults();
    }

    /// <summary>The builder underneath.</summary>
    public WebApplicationBuilder Web { get; }

    /// <summary>Services of the host.</summary>
    public IServiceCollection Services => Web.Services;

    /// <summary>Configuration: <c>appsettings.json</c> beside the program, environment variables, the command line. Settings may be added.</summary>
    public ConfigurationManager Configuration => Web.Configuration;

    /// <summary>Where the process keeps its files; the directories exist after the first use.</summary>
    public HostPaths Paths => paths ??= HostPaths.From(Configuration);

    /// <summary>The modules added so far.</summary>
    public IReadOnlyList<ModuleBuilder> Modules => modules;

    /// <summary>Called at the beginning of <see cref="Build"/>, when all modules are known.</summary>
    public List<Action<ServiceHostBuilder>> BeforeBuild { get; } = [];

    /// <summary>Begins a host.</summary>
    /// <param name="args">The command line: <c>--Section:Key=value</c>.</param>
    public static ServiceHostBuilder Create(string[] args) => new(args);

    /// <summary>Adds a module.</summary>
    /// <param name="name">Name, lower case, unique in the host.</param>
    /// <exception cref="InvalidOperationException">The host has a module of that name.</exception>
    public ModuleBuilder AddModule(string name)
    {
        if (modules.Any(module => module.Name == name))
        {
            throw new InvalidOperationException($"The host has a module \"{name}\" already.");
        }

        var module = new ModuleBuilder(this, name);
        modules.Add(module);
        return module;
    }

    /// <summary>Serves a gRPC service that belongs to the process and to no module, such as the event feed. Once more changes nothing.</summary>
    /// <typeparam name="TService">The implementation.</typeparam>
    /// <param name="descriptor">The contract.</param>
    /// <exception cref="InvalidOperationException">An rpc has no access rule that can be enforced, or the implementation is of another contract.</exception>
    public ServiceHostBuilder AddGrpc<TService>(ServiceDescriptor descriptor)
        where TService : class
    {
        AddGrpc<TService>(descriptor, null);
        return this;
    }

    /// <summary>Maps what is not gRPC.</summary>
    /// <param name="map">Called when the host is built.</param>
    public void OnMap(Action<WebApplication> map) => maps.Add(map);

    /// <summary>Builds the process.</summary>
    /// <exception cref="InvalidOperationException">The configuration is wrong; the message names the setting.</exception>
    public WebApplication Build()
    {
        foreach (var step in BeforeBuild)
        {
            step(this);
        }

        if (modules.Any(module => module.DatabaseType is not null || module.BusEndpoints.Count > 0))
        {
            AddGrpc<EventFeedGrpc>(EventFeed.Descriptor);
            this.AddBus();
        }

        Web.Logging.UseLines();
        Web.WebHost.ListenOnTwoPorts(Configuration);
        Services.AddSingleton(provider => new HostAddresses(provider.GetRequiredService<IServer>()));
        Services.AddTelemetry(Web.Logging, Configuration);
        Services.AddHostCore(this, grpc);
        Services.AddIdentity(Configuration);
        var app = Web.Build();
        app.Services.GetRequiredService<PlatformCertificates>();
        app.Services.OpenKeys(Modules.Any(module => module.NeedsPersonKeys));
        app.UseDefaultDeadline(Configuration);
        grpc.Map(app);
        app.MapHealthz();
        foreach (var map in maps)
        {
            map(app);
        }

        return app;
    }

    internal void AddGrpc<TService>(ServiceDescriptor descriptor, ModuleBuilder? module)
        where TService : class => grpc.Add<TService>(descriptor, module, Services);
}
