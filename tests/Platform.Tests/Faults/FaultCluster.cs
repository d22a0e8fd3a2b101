using System.Globalization;
using System.Net;
using AnSinh.AllInOne.Cluster;
using AnSinh.AllInOne.Demo;
using AnSinh.Platform.Tests.Processes;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using RabbitMQ.Client;
using Shouldly;
using Xunit;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>
/// A local cluster for faults: six processes or more, a broker, and the supervisor that a data centre has, which starts again at once what has died
/// and does nothing else.
/// </summary>
public sealed class FaultCluster : IAsyncLifetime
{
    /// <summary>Province of all records.</summary>
    public const string Province = "42";

    /// <summary>Services whose databases lie on a small disk: one that records, and the one that follows.</summary>
    public static readonly IReadOnlyList<string> OnSmallDisk = ["child", "reporting"];

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    static readonly DateOnly Day = new(2020, 1, 2);

    readonly int instances;
    readonly TemporaryData data = new();
    readonly SmallDisk disk = new();
    readonly HttpClient web = new() { Timeout = TimeSpan.FromSeconds(15) };
    readonly Queue<string> communes = new();
    LocalCluster cluster = null!;

    /// <summary>One process a service.</summary>
    public FaultCluster()
        : this(1)
    {
    }

    /// <summary>Several processes a service.</summary>
    internal FaultCluster(int instances) => this.instances = instances;

    /// <summary>The processes.</summary>
    public ClusterFile File => cluster.File;

    /// <summary>Names of the six services.</summary>
    public IReadOnlyList<string> Services => [.. File.Services.Select(one => one.Name)];

    /// <summary>The APIs.</summary>
    public DemoClients Clients { get; private set; } = null!;

    /// <summary>What the load sends.</summary>
    internal IReadOnlyList<CommandKind> Kinds { get; private set; } = null!;

    /// <summary>What all tests have measured.</summary>
    internal static FaultReport Report { get; } = new();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        // Hundreds of starts: each would collect profiles for code that is dead before it is compiled again.
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        cluster = LocalCluster.Of(data.Path, 0, TimeProvider.System, instances);
        if (instances == 1 && SmallDisk.WhyNot is null)
        {
            disk.Mount(Path.Combine(data.Path, "small"));
            Directory.CreateDirectory(File.Data);
            foreach (var service in OnSmallDisk)
            {
                System.IO.File.CreateSymbolicLink(Path.Combine(File.Data, service + ".db"), disk.File(service + ".db"));
            }
        }

        using var patience = new CancellationTokenSource(Patience);
        await cluster.StartAsync(patience.Token);
        Clients = new DemoClients(File.Addresses, DevelopmentIssuer.Open(new HostPaths(File.Data), TimeProvider.System), Province);
        foreach (var commune in await Clients.CommunesAsync(Province, Day, patience.Token))
        {
            communes.Enqueue(commune);
        }

        Kinds = await CommandKinds.PrepareAsync(Clients.Official, communes.Dequeue());
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        Report.Write();
        web.Dispose();
        Clients?.Dispose();
        try
        {
            await cluster.StopAsync();
        }
        finally
        {
            disk.Dispose();
            data.Dispose();
        }
    }

    /// <summary>The disk of two databases.</summary>
    internal SmallDisk Disk => disk;

    /// <summary>A commune that no round has used yet.</summary>
    public string NextCommune() => communes.Dequeue();

    /// <summary>Sends a signal to a process by its name.</summary>
    public void Signal(string name, int signal)
    {
        if (Signals.Send(File.Processes[name].Id, signal) != 0)
        {
            throw new InvalidOperationException($"{name} has no process.");
        }
    }

    /// <summary>kill −9, one directly after another, and the supervisor's part: each is started again as soon as it is dead.</summary>
    public async Task KillAsync(IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
        {
            Signal(name, Signals.Kill);
        }

        await GoneAsync(names);
        await StartAgainAsync(names);
    }

    /// <summary>Waits until processes have ended.</summary>
    public Task GoneAsync(IEnumerable<string> names) =>
        Wait.ForAsync($"the end of {string.Join(", ", names)}", Patience, () => Task.FromResult(!names.Any(File.Runs)), TimeSpan.FromMilliseconds(5));

    /// <summary>Starts processes that do not run, and waits for nothing.</summary>
    public Task StartAgainAsync(IReadOnlyCollection<string> names) => cluster.StartAgainAsync(names, CancellationToken.None);

    /// <summary>Starts a service inside a shell that passes SIGTERM on, waits for its end and writes down how it ended.</summary>
    /// <param name="name">Service; it runs.</param>
    /// <param name="exitCode">File for the exit code.</param>
    public async Task StartWitnessedAsync(string name, string exitCode)
    {
        var arguments = System.IO.File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{File.Processes[name].Id}/cmdline")).Split('\0')[..^1];
        Signal(name, Signals.Kill);
        await GoneAsync([name]);

        // A trap ends the wait before the process has ended; the second wait gives its code.
        const string Script = "file=$1; shift; \"$@\" & child=$!; trap 'kill -TERM $child' TERM; wait $child; code=$?; "
            + "while kill -0 $child 2> /dev/null; do wait $child; code=$?; done; echo $code > \"$file\"";
        File.Processes[name] = LocalProcess.Start(File.Log(name), new Dictionary<string, string>(), "/bin/sh", ["-c", Script, "sh", exitCode, .. arguments]);
    }

    /// <summary>Starts what an earlier test may have left dead, and waits until every service is ready.</summary>
    public async Task WholeAsync()
    {
        await StartAgainAsync([LocalCluster.Broker, .. Services]);
        await ReadyAsync();
    }

    /// <summary>Replaces the instances of services one by one, as an upgrade does.</summary>
    public async Task RollAsync(params IReadOnlyList<string> services)
    {
        foreach (var service in services)
        {
            var forced = await cluster.RestartAsync(service, _ => { }, CancellationToken.None);
            forced.ShouldBeEmpty();
        }
    }

    /// <summary>Waits until every service is ready.</summary>
    public Task ReadyAsync() => Wait.ForAsync("six ready services", Patience, async () =>
    {
        var dead = Services.Where(name => !File.Runs(name)).ToList();
        return dead.Count == 0
            ? (await Task.WhenAll(File.Services.Select(IsReadyAsync))).All(ready => ready)
            : throw new InvalidOperationException($"{dead[0]} ended by itself:\n{LocalProcess.EndOf(File.Log(dead[0]))}");
    });

    /// <summary>The broker.</summary>
    public Uri BrokerUri => new(string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{File.Broker.Amqp}/"));

    /// <summary>Connects to the broker.</summary>
    public Task<IConnection> ConnectAsync() =>
        new ConnectionFactory { Uri = BrokerUri, RequestedConnectionTimeout = TimeSpan.FromSeconds(5) }.CreateConnectionAsync();

    async Task<bool> IsReadyAsync(ClusterService service)
    {
        try
        {
            using var answer = await web.GetAsync(new Uri(service.Web + "/healthz/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}

/// <summary>All faults, one after another, on one cluster.</summary>
[CollectionDefinition(nameof(OneCluster), DisableParallelization = true)]
public sealed class OneCluster : ICollectionFixture<FaultCluster>;
