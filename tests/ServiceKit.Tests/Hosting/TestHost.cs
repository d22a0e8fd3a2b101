using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.ServiceKit.Tests.Hosting;

/// <summary>A real host on free ports with its own data directory, serving <see cref="Probe"/>.</summary>
sealed class TestHost : IAsyncDisposable
{
    static readonly Dictionary<string, string?> defaults = new()
    {
        ["Hosting:GrpcPort"] = "0",
        ["Hosting:WebPort"] = "0",
        ["Authentication:Development"] = "true",
        ["Logging:LogLevel:Default"] = "Critical",
        ["Logging:LogLevel:Microsoft"] = "Critical",
    };

    readonly TemporaryDirectory data;

    TestHost(WebApplication app, TemporaryDirectory data)
    {
        this.data = data;
        App = app;
        var addresses = app.Services.GetRequiredService<HostAddresses>();
        Channel = GrpcChannel.ForAddress(addresses.Grpc);
        Web = new HttpClient { BaseAddress = new Uri(addresses.Web) };
    }

    public WebApplication App { get; }

    public GrpcChannel Channel { get; }

    public HttpClient Web { get; }

    public EmployerService.EmployerServiceClient Employers => new(Channel);

    public Probe Probe => App.Services.GetRequiredService<Probe>();

    public static async Task<TestHost> StartAsync(
        Action<ServiceHostBuilder>? configure = null, Dictionary<string, string?>? settings = null, Action<ModuleBuilder>? module = null)
    {
        var data = new TemporaryDirectory();
        var host = Prepare(data, settings);
        host.Services.AddSingleton<Probe>();
        var employment = host.AddModule("employment").AddGrpc<Probe>(EmployerService.Descriptor);
        module?.Invoke(employment);
        configure?.Invoke(host);
        var app = host.Build();
        await app.StartAsync();
        return new TestHost(app, data);
    }

    public static ServiceHostBuilder Prepare(TemporaryDirectory data, Dictionary<string, string?>? settings = null)
    {
        var host = ServiceHostBuilder.Create([]);
        host.Configuration.AddInMemoryCollection(defaults);
        host.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DataDirectory"] = data.Path });
        host.Configuration.AddInMemoryCollection(settings ?? []);
        data.Databases.AddTo(host.Configuration, migrating: true);
        return host;
    }

    public string Token(string subject = "official", string[]? permissions = null, string[]? roles = null, string[]? areas = null, TimeSpan? lifetime = null) =>
        App.Services.GetRequiredService<DevelopmentIssuer>().IssueToken(
            subject, roles ?? [], permissions ?? [Probe.Write, Probe.Read], areas ?? ["*"], lifetime ?? TimeSpan.FromMinutes(5));

    public static Metadata Bearer(string token) => new() { { "authorization", $"Bearer {token}" } };

    public Metadata Headers(string[]? areas = null) => Bearer(Token(areas: areas));

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        Web.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        data.Dispose();
    }
}
