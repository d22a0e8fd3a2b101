using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AnSinh.AllInOne.Cluster;
using AnSinh.AllInOne.Demo;
using AnSinh.Contracts.Events.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Platform.Tests.Faults;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using Grpc.Core;

namespace AnSinh.Benchmarks.Cluster;

/// <summary>A platform in processes of its own, that can be killed and started again: the local cluster, or the all-in-one.</summary>
/// <param name="Name">Name for the table.</param>
/// <param name="Data">Data directory.</param>
/// <param name="Addresses">Where the services are.</param>
/// <param name="Web">Web addresses of the processes.</param>
/// <param name="Kill">kill −9 of named processes, and their start again; null for every one.</param>
/// <param name="Stop">Ends everything.</param>
sealed record RunningTarget(
    string Name, string Data, ServiceAddresses Addresses, IReadOnlyList<string> Web, Func<IReadOnlyList<string>?, Task> Kill, Func<Task> Stop)
{
    static readonly string[] Sources = ["employment", "training", "merit", "protection", "child"];
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    // A backlog of a whole province is booked in less.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Processes of the cluster; null for the all-in-one.</summary>
    public ClusterFile? Cluster { get; init; }

    /// <summary>The APIs.</summary>
    public DemoClients Clients { get; } = new(Addresses, DevelopmentIssuer.Open(new HostPaths(Data), TimeProvider.System), RunningPlatform.Province);

    /// <summary>The six processes and the broker.</summary>
    public static async Task<RunningTarget> ClusterAsync(string folder)
    {
        var cluster = LocalCluster.Of(folder, 0, TimeProvider.System);
        await cluster.StartAsync(CancellationToken.None);
        return new RunningTarget(
            "local cluster", cluster.File.Data, cluster.File.Addresses, [.. cluster.File.Services.Select(one => one.Web)],
            async names =>
            {
                names ??= [LocalCluster.Broker, .. cluster.File.Services.Select(one => one.Name)];
                await Task.WhenAll(names.Select(name => KillAsync(cluster.File.Processes[name])));
                await cluster.StartAgainAsync(names, CancellationToken.None);
            },
            cluster.StopAsync)
        { Cluster = cluster.File };
    }

    /// <summary>The six services in one process.</summary>
    public static async Task<RunningTarget> AllInOneAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        LocalProcess Start() => LocalProcess.Start(
            Path.Combine(folder, "log"), new Dictionary<string, string>(), "dotnet", Path.Combine(AppContext.BaseDirectory, "AnSinh.AllInOne.dll"),
            "--data", Path.Combine(folder, "data"), "--port", port.ToString(CultureInfo.InvariantCulture));
        var process = Start();
        var target = new RunningTarget(
            "all-in-one", Path.Combine(folder, "data"), ServiceAddresses.OneProcess(FormattableString.Invariant($"http://127.0.0.1:{port}")),
            [FormattableString.Invariant($"http://127.0.0.1:{port + 1}")],
            async _ =>
            {
                await KillAsync(process);
                process = Start();
            },
            async () => await process.EndAsync(TimeSpan.FromSeconds(40), TimeProvider.System));
        await target.ReadyAsync();
        return target;
    }

    /// <summary>Waits until every process is ready.</summary>
    public async Task ReadyAsync()
    {
        using var web = new HttpClient { Timeout = TimeSpan.FromSeconds(15) };
        foreach (var address in Web)
        {
            await Wait.ForAsync($"{address} to be ready", Patience, () => IsReadyAsync(web, address), Look);
        }
    }

    /// <summary>Waits until reporting has booked every saved event.</summary>
    public Task CaughtUpAsync() => Wait.ForAsync("reporting to have caught up", Patience, IsCaughtUpAsync, Look);

    static async Task KillAsync(LocalProcess killed)
    {
        using (var process = Process.GetProcessById(killed.Id))
        {
            process.Kill();
        }

        await Wait.ForAsync($"the end of process {killed.Id}", Patience, () => Task.FromResult(!killed.IsRunning), Look);
    }

    static async Task<bool> IsReadyAsync(HttpClient web, string address)
    {
        try
        {
            using var answer = await web.GetAsync(new Uri(address + "/healthz/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    async Task<bool> IsCaughtUpAsync()
    {
        try
        {
            var booked = (await Clients.Indicators.GetFreshnessAsync(new GetFreshnessRequest())).Sources.ToDictionary(one => one.Source, one => one.BookedSequence);
            foreach (var source in Sources)
            {
                var head = await Clients.Feed.ReadAsync(new ReadRequest { Source = source, AfterSequence = long.MaxValue - 1, PageSize = 1 });
                if (head.Unnumbered > 0 || head.HeadSequence > booked.GetValueOrDefault(source))
                {
                    return false;
                }
            }

            return true;
        }
        catch (RpcException away) when (away.StatusCode == StatusCode.Unavailable)
        {
            return false;
        }
    }
}
