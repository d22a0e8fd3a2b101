using System.Net;
using System.Net.Sockets;

namespace AnSinh.AllInOne.Cluster;

/// <summary>
/// The platform as the data centre runs it, on one machine: a broker and six services, each with a database of its own and one process or
/// several.
/// </summary>
/// <param name="cluster">What runs.</param>
/// <param name="time">Clock.</param>
public sealed class LocalCluster(ClusterFile cluster, TimeProvider time)
{
    /// <summary>Name of the broker's process.</summary>
    public const string Broker = LocalBroker.Server;

    const string Reporting = "reporting";

    // Beyond the time that a host gives itself to stop.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a process that runs may take until it is ready. A database of a whole province is migrated in less.</summary>
    internal static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(5);

    static readonly (string Name, string Program)[] Programs =
    [
        ("employment", "AnSinh.Employment"), ("training", "AnSinh.VocationalTraining"), ("merit", "AnSinh.MeritoriousPersons"),
        ("protection", "AnSinh.SocialProtection"), ("child", "AnSinh.ChildProtection"), (Reporting, "AnSinh.Reporting"),
    ];

    readonly LocalBroker broker = new(cluster);

    /// <summary>What runs.</summary>
    public ClusterFile File => cluster;

    /// <summary>The cluster of a directory, with the ports that it had before or, the first time, free or given ones.</summary>
    /// <param name="directory">Directory of the cluster.</param>
    /// <param name="port">First of many ports in a row, twelve for each instance and three; 0 for free ones.</param>
    /// <param name="time">Clock.</param>
    /// <param name="instances">Instances of each service; 0 for as many as before, or one.</param>
    /// <exception cref="FormatException">It runs, with another number of instances.</exception>
    public static LocalCluster Of(string directory, int port, TimeProvider time, int instances = 0)
    {
        var known = ClusterFile.Find(directory);
        var asBefore = known is not null && (instances == 0 || known.Instances == instances);
        if (known is { RunsAny: true } && !asBefore)
        {
            throw new FormatException($"Cụm đang chạy với {known.Instances} bản sao mỗi dịch vụ; hãy dừng bằng deploy/local/down trước khi đổi.");
        }

        if (asBefore && (port == 0 || known!.Services[0].GrpcPort == port || known.RunsAny))
        {
            return new LocalCluster(known!, time);
        }

        var processes = Enumerable.Range(1, Math.Max(instances, 1))
            .SelectMany(instance => Programs.Select(one => (Name: instance == 1 ? one.Name : $"{one.Name}-{instance}", one.Program))).ToList();
        var count = (processes.Count * 2) + 3;
        var ports = port == 0 ? FreePorts(count) : [.. Enumerable.Range(port, count)];
        return new LocalCluster(
            new ClusterFile
            {
                Directory = Path.GetFullPath(directory),
                Services = [.. processes.Select((one, index) => new ClusterService(one.Name, one.Program, ports[index * 2], ports[(index * 2) + 1]))],
                Broker = new BrokerPorts(ports[^3], ports[^2], ports[^1]),
                Processes = known?.Processes ?? [],
            },
            time);
    }

    /// <summary>Starts everything that does not run, and waits until each is ready.</summary>
    /// <exception cref="InvalidOperationException">A process died, or is not ready in five minutes: which one, with the end of its log.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(cluster.Directory, "log"));
        broker.Start();
        cluster.Write();
        if (!await broker.ReadyAsync(time, cancellationToken))
        {
            throw NotReady(LocalBroker.Server);
        }

        await StartAgainAsync([.. cluster.Services.Select(one => one.Name)], cancellationToken);
        foreach (var service in cluster.Services)
        {
            await ReadyAsync(service, cancellationToken);
        }
    }

    /// <summary>Starts what is named and does not run, and waits for nothing: as a supervisor starts again what has died.</summary>
    /// <param name="names">Names of services, and <see cref="Broker"/>.</param>
    /// <param name="cancellationToken">Stops between processes.</param>
    public async Task StartAgainAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        if (names.Contains(Broker))
        {
            broker.Start();
            cluster.Write();
        }

        foreach (var service in cluster.Services.Where(one => names.Contains(one.Name) && !cluster.Runs(one.Name)))
        {
            await new ServiceLaunch(cluster, service).StartAsync(cancellationToken);
            cluster.Write();
        }
    }

    /// <summary>Ends everything in order: who records, who reports, the broker, its port mapper.</summary>
    /// <returns>Names of the processes that had to be ended by force.</returns>
    public async Task<IReadOnlyList<string>> StopAsync()
    {
        var forced = new List<string>();
        var reporting = cluster.Services.Where(one => one.Service == Reporting).Select(one => one.Name).ToArray();
        foreach (var names in (string[][])[[.. cluster.Services.Select(one => one.Name).Except(reporting)], reporting, [LocalBroker.Server], [LocalBroker.Mapper]])
        {
            var ended = await Task.WhenAll(names.Where(cluster.Processes.ContainsKey).Select(async name => (name, await cluster.Processes[name].EndAsync(Patience, time))));
            forced.AddRange(ended.Where(one => !one.Item2).Select(one => one.name));
        }

        cluster.Processes.Clear();
        cluster.Write();
        return forced;
    }

    /// <summary>
    /// Replaces processes one by one: asks one to end, waits until it is gone, starts it again, waits until it is ready, then the next. A service
    /// with two instances answers all the time.
    /// </summary>
    /// <param name="service">Name of a service, or of one instance; null for all.</param>
    /// <param name="restarted">Told of each instance that is ready again.</param>
    /// <param name="cancellationToken">Stops between instances.</param>
    /// <returns>Names of the processes that had to be ended by force.</returns>
    /// <exception cref="FormatException">There is no such service.</exception>
    /// <exception cref="InvalidOperationException">A process died at its start, or is not ready in five minutes: which one, with the end of its log.</exception>
    public async Task<IReadOnlyList<string>> RestartAsync(string? service, Action<string> restarted, CancellationToken cancellationToken)
    {
        var chosen = cluster.Services.Where(one => service is null || one.Service == service || one.Name == service).ToList();
        if (chosen.Count == 0)
        {
            throw new FormatException($"Không có dịch vụ \"{service}\"; các dịch vụ: {string.Join(", ", cluster.Services.Select(one => one.Name))}.");
        }

        var forced = new List<string>();
        foreach (var one in chosen)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (cluster.Processes.TryGetValue(one.Name, out var process) && !await process.EndAsync(Patience, time))
            {
                forced.Add(one.Name);
            }

            await new ServiceLaunch(cluster, one).StartAsync(cancellationToken);
            cluster.Write();
            await ReadyAsync(one, cancellationToken);
            restarted(one.Name);
        }

        return forced;
    }

    async Task ReadyAsync(ClusterService service, CancellationToken cancellationToken)
    {
        using var web = new HttpClient { Timeout = TimeSpan.FromSeconds(15) };
        var began = time.GetTimestamp();
        while (cluster.Runs(service.Name) && time.GetElapsedTime(began) < StartPatience)
        {
            try
            {
                using var answer = await web.GetAsync(new Uri(service.Web + "/healthz/ready"), cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException || (fault is TaskCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // It does not listen yet, or a busy machine lets it answer late.
            }

            await Task.Delay(Look, time, cancellationToken);
        }

        throw NotReady(service.Name);
    }

    InvalidOperationException NotReady(string name)
    {
        var what = cluster.Runs(name)
            ? $"vẫn chạy nhưng sau {StartPatience.TotalMinutes:0} phút chưa sẵn sàng (xem deploy/local/status, dừng bằng deploy/local/down)"
            : "đã kết thúc khi khởi động";
        return new($"Tiến trình {name} {what}. Cuối nhật ký {cluster.Log(name)}:\n{LocalProcess.EndOf(cluster.Log(name))}");
    }

    static List<int> FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Stop());
        return ports;
    }
}
