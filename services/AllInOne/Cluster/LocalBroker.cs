using System.Diagnostics;
using System.Globalization;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AnSinh.AllInOne.Cluster;

/// <summary>Debian's RabbitMQ as processes of a cluster's own: its node name, port mapper, data and ports, on loopback only.</summary>
/// <param name="cluster">The cluster.</param>
sealed class LocalBroker(ClusterFile cluster)
{
    /// <summary>Name of the broker's process.</summary>
    public const string Server = "rabbitmq";

    /// <summary>Name of the port mapper's process.</summary>
    public const string Mapper = "epmd";

    // The programs themselves: the wrappers in /usr/sbin change the user and the directories.
    const string ServerProgram = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    const string ControlProgram = "/usr/lib/rabbitmq/bin/rabbitmqctl";
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    string Home => Path.Combine(cluster.Directory, Server);

    /// <summary>URI of the broker.</summary>
    public Uri Uri => new(FormattableString.Invariant($"amqp://guest:guest@127.0.0.1:{cluster.Broker.Amqp}/"));

    /// <summary>Starts what does not run yet.</summary>
    /// <exception cref="InvalidOperationException">RabbitMQ is not installed.</exception>
    public void Start()
    {
        if (!File.Exists(ServerProgram))
        {
            throw new InvalidOperationException($"Không có {ServerProgram}; hãy cài gói rabbitmq-server của Debian.");
        }

        Directory.CreateDirectory(Home);
        File.WriteAllText(Path.Combine(Home, "enabled_plugins"), "[].");
        if (!cluster.Runs(Mapper))
        {
            cluster.Processes[Mapper] = LocalProcess.Start(
                cluster.Log(Mapper), Environment(), "epmd", "-port", Number(cluster.Broker.Mapper), "-address", "127.0.0.1");
        }

        if (!cluster.Runs(Server))
        {
            cluster.Processes[Server] = LocalProcess.Start(cluster.Log(Server), Environment(), ServerProgram);
        }
    }

    /// <summary>Waits until it takes connections.</summary>
    /// <returns>False when its process ended, or took longer than <see cref="LocalCluster.StartPatience"/>.</returns>
    public async Task<bool> ReadyAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (cluster.Runs(Server) && time.GetElapsedTime(began) < LocalCluster.StartPatience)
        {
            try
            {
                await using var connection = await ConnectAsync(Uri, cancellationToken);
                return true;
            }
            catch (BrokerUnreachableException)
            {
                await Task.Delay(Look, time, cancellationToken);
            }
        }

        return false;
    }

    /// <summary>Name, messages and consumers of each queue.</summary>
    public async Task<IReadOnlyList<QueueDepth>> QueuesAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(ControlProgram, ["--quiet", "list_queues", "--no-table-headers", "name", "messages", "consumers"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment())
        {
            start.Environment[name] = value;
        }

        using var control = Process.Start(start)!;
        control.BeginErrorReadLine();
        var lines = (await control.StandardOutput.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await control.WaitForExitAsync(cancellationToken);
        return [.. lines.Select(line => line.Split('\t')).Where(cells => cells.Length == 3)
            .Select(cells => new QueueDepth(cells[0], Parse(cells[1]), Parse(cells[2]))).OrderBy(queue => queue.Name, StringComparer.Ordinal)];
    }

    /// <summary>Connects to a broker.</summary>
    public static Task<IConnection> ConnectAsync(Uri uri, CancellationToken cancellationToken) =>
        new ConnectionFactory { Uri = uri, RequestedConnectionTimeout = TimeSpan.FromSeconds(5) }.CreateConnectionAsync(cancellationToken);

    Dictionary<string, string> Environment() => new()
    {
        ["HOME"] = Home,
        ["ERL_EPMD_PORT"] = Number(cluster.Broker.Mapper),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODENAME"] = $"ansinh-{Number(cluster.Broker.Amqp)}@localhost",
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = Number(cluster.Broker.Amqp),
        ["RABBITMQ_DIST_PORT"] = Number(cluster.Broker.Distribution),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(Home, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(Home, "log"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(Home, "pid"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(Home, "enabled_plugins"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(Home, "none"),
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(Home, "none"),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",

        // Without a shell between: the process id is then the broker's own, and SIGTERM stops it in good order.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
    };

    static string Number(int port) => port.ToString(CultureInfo.InvariantCulture);

    static long Parse(string cell) => long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}

/// <summary>How much waits in a queue.</summary>
/// <param name="Name">Name of the queue.</param>
/// <param name="Messages">Messages in it.</param>
/// <param name="Consumers">Who reads it.</param>
sealed record QueueDepth(string Name, long Messages, long Consumers);
