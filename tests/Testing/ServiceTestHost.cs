using AnSinh.Contracts.Events.V1;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.Testing.SqlServer;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.Testing;

/// <summary>
/// A real host for tests: the given modules over Kestrel on free ports of this machine, SQLite under a temporary folder (or databases on
/// the <see cref="TestServer"/>, served by a login that may change no table), the in-memory bus, a development issuer, and a clock in the
/// test's hand. Disposing it stops the host and deletes folder and databases.
/// </summary>
/// <example><code>
/// await using var host = await ServiceTestHost.StartAsync(builder => builder.AddEmployment());
/// var placements = new PlacementService.PlacementServiceClient(host.Channel(host.Token("employment-officer")));
/// </code></example>
public sealed class ServiceTestHost : IAsyncDisposable
{
    readonly TemporaryFolder folder = new();
    readonly ServerDatabases databases = new();
    readonly Action<ServiceHostBuilder> modules;
    readonly string[] settings;
    WebApplication? app;
    GrpcChannel? channel;

    ServiceTestHost(Action<ServiceHostBuilder> modules, ManualTime? time, string[] settings)
    {
        TranslatedQueries.Listen();
        this.modules = modules;
        this.settings = settings;
        Time = time ?? new ManualTime();
    }

    /// <summary>The host's clock.</summary>
    public ManualTime Time { get; }

    /// <summary>Where the host keeps its data.</summary>
    public string DataDirectory => folder.File("data");

    /// <summary>The host's services.</summary>
    public IServiceProvider Services => Running.Services;

    /// <summary>Address of the gRPC port.</summary>
    public string GrpcAddress => Services.GetRequiredService<HostAddresses>().Grpc;

    /// <summary>Address of the web port.</summary>
    public string WebAddress => Services.GetRequiredService<HostAddresses>().Web;

    WebApplication Running => app ?? throw new InvalidOperationException("The host is stopped.");

    /// <summary>Starts a host.</summary>
    /// <param name="modules">Adds the modules, such as <c>builder => builder.AddEmployment()</c>.</param>
    /// <param name="time">Clock; one of its own when null.</param>
    /// <param name="settings">Further settings, such as <c>Hosting:MaxMessageBytes=1000</c>.</param>
    public static async Task<ServiceTestHost> StartAsync(Action<ServiceHostBuilder> modules, ManualTime? time = null, params string[] settings)
    {
        var host = new ServiceTestHost(modules, time, settings);
        try
        {
            await host.MigrateAsync();
            await host.StartAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts again on the same data after <see cref="StopAsync"/>; the ports are other ones.</summary>
    public async Task StartAsync()
    {
        app = Build(migrating: false);
        await app.StartAsync();
        channel = GrpcChannel.ForAddress(GrpcAddress);
    }

    /// <summary>Stops the host as a signal would; the data stay.</summary>
    public async Task StopAsync()
    {
        channel?.Dispose();
        channel = null;
        if (app is { } running)
        {
            app = null;
            try
            {
                await running.StopAsync();
            }
            finally
            {
                await running.DisposeAsync();
            }
        }
    }

    /// <summary>A token with a role, in all areas.</summary>
    public string Token(string role) => Token(["*"], role);

    /// <summary>A token with roles, in areas.</summary>
    /// <param name="areas">Area codes; <c>*</c> for all.</param>
    /// <param name="roles">Roles.</param>
    public string Token(IReadOnlyList<string> areas, params IReadOnlyList<string> roles) => Token(areas, roles, [], "tester");

    /// <summary>A token with everything said; it holds for an hour.</summary>
    public string Token(IReadOnlyList<string> areas, IReadOnlyList<string> roles, IReadOnlyList<string> permissions, string subject) =>
        Services.GetRequiredService<DevelopmentIssuer>().IssueToken(subject, roles, permissions, areas, TimeSpan.FromHours(1));

    /// <summary>Calls with a token, or without one.</summary>
    /// <param name="token">Token; null for none.</param>
    public CallInvoker Channel(string? token)
    {
        var invoker = (channel ?? throw new InvalidOperationException("The host is stopped.")).CreateCallInvoker();
        return token is null ? invoker : invoker.Intercept(metadata =>
        {
            metadata.Add("authorization", $"Bearer {token}");
            return metadata;
        });
    }

    /// <summary>Waits until a source's feed holds a number of events, and gives all that there are up to then.</summary>
    /// <param name="source">Source, such as <c>employment</c>.</param>
    /// <param name="atLeast">Events to wait for.</param>
    public async Task<IReadOnlyList<Event>> EventsAsync(string source, int atLeast)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var feed = new EventFeed.EventFeedClient(Channel(Token(["*"], [], ["events.read"], "tester")));
        using var call = feed.Subscribe(new SubscribeRequest { Source = source }, cancellationToken: patience.Token);
        var events = new List<Event>();
        while (events.Count < atLeast && await call.ResponseStream.MoveNext(patience.Token))
        {
            events.AddRange(call.ResponseStream.Current.Events);
        }

        return events;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Dispose();
            databases.Dispose();
        }
    }

    /// <summary>A server database is migrated by its own login before the process that serves, as in operation.</summary>
    async Task MigrateAsync()
    {
        if (TestServer.IsThere)
        {
            await using var migrating = Build(migrating: true);
            foreach (var migrator in migrating.Services.GetServices<DatabaseMigrator>())
            {
                await migrator.Run(migrating.Services, CancellationToken.None);
            }
        }
    }

    WebApplication Build(bool migrating)
    {
        var builder = ServiceHostBuilder.Create([
            $"--DataDirectory={DataDirectory}", "--Hosting:GrpcPort=0", "--Hosting:WebPort=0", "--Bus:Transport=InMemory",
            "--Authentication:Development=true", "--Logging:LogLevel:Default=Critical", "--Logging:LogLevel:Microsoft=Critical",
            "--Logging:LogLevel:MassTransit=Critical", .. settings.Select(setting => "--" + setting)]);
        databases.AddTo(builder.Configuration, migrating);
        builder.Services.AddSingleton<TimeProvider>(Time);
        modules(builder);
        return builder.Build();
    }
}
