using System.Net;
using System.Net.Sockets;

namespace AnSinh.AllInOne.Cluster;

/// <summary>The platform as the data centre runs it, on one machine: a broker and six processes, each with a database of its own.</summary>
/// <param name="cluster">What runs.</param>
/// <param name="time">Clock.</param>
public sealed class LocalCluster(ClusterFile cluster, TimeProvider time)
{
    const string Reporting = "reporting";

    // Beyond the time that a host gives itself to stop.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

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
    /// <param name="port">First of fifteen ports in a row; 0 for free ones.</param>
    /// <param name="time">Clock.</param>
    public static LocalCluster Of(string directory, int port, TimeProvider time)
    {
        var known = ClusterFile.Find(directory);
        if (known is not null && (port == 0 || known.Services[0].GrpcPort == port || known.RunsAny))
        {
            return new LocalCluster(known, time);
        }

        var ports = port == 0 ? FreePorts((Programs.Length * 2) + 3) : [.. Enumerable.Range(port, (Programs.Length * 2) + 3)];
        return new LocalCluster(
            new ClusterFile
            {
                Directory = Path.GetFullPath(directory),
                Services = [.. Programs.Select((one, index) => new ClusterService(one.Name, one.Program, ports[index * 2], ports[(index * 2) + 1]))],
                Broker = new BrokerPorts(ports[^3], ports[^2], ports[^1]),
                Processes = known?.Processes ?? [],
            },
            time);
    }

    /// <summary>Starts everything that does not run, and waits until each is ready.</summary>
    /// <exception cref="InvalidOperationException">A process died: which one, with the end of its log.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(cluster.Directory, "log"));
        broker.Start();
        cluster.Write();
        if (!await broker.ReadyAsync(time, cancellationToken))
        {
            throw Died(LocalBroker.Server);
        }

        foreach (var service in cluster.Services.Where(one => !cluster.Runs(one.Name)))
        {
            await new ServiceLaunch(cluster, service).StartAsync(cancellationToken);
            cluster.Write();
        }

        foreach (var service in cluster.Services)
        {
            await ReadyAsync(service, cancellationToken);
        }
    }

    /// <summary>Ends everything in order: who records, who reports, the broker, its port mapper.</summary>
    /// <returns>Names of the processes that had to be ended by force.</returns>
    public async Task<IReadOnlyList<string>> StopAsync()
    {
        var forced = new List<string>();
        foreach (var names in (string[][])[[.. Programs.Select(one => one.Name).Where(name => name != Reporting)], [Reporting], [LocalBroker.Server], [LocalBroker.Mapper]])
        {
            var ended = await Task.WhenAll(names.Where(cluster.Processes.ContainsKey).Select(async name => (name, await cluster.Processes[name].EndAsync(Patience, time))));
            forced.AddRange(ended.Where(one => !one.Item2).Select(one => one.name));
        }

        cluster.Processes.Clear();
        cluster.Write();
        return forced;
    }

    async Task ReadyAsync(ClusterService service, CancellationToken cancellationToken)
    {
        using var web = new HttpClient { Timeout = TimeSpan.FromSeconds(15) };
        while (cluster.Runs(service.Name))
        {
            try
            {
                using var answer = await web.GetAsync(new Uri(service.Web + "/healthz/ready"), cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(Look, time, cancellationToken);
        }

        throw Died(service.Name);
    }

    InvalidOperationException Died(string name) => new(
        $"Tiến trình {name} đã kết thúc khi khởi động. Cuối nhật ký {cluster.Log(name)}:\n{LocalProcess.EndOf(cluster.Log(name))}");

    static List<int> FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Stop());
        return ports;
    }
}
