using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AnSinh.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Xunit;

namespace AnSinh.Platform.Tests.Broker;

/// <summary>
/// Debian's RabbitMQ as processes of the test's own: on loopback, free ports, its own node name, port mapper and data; ended by process id.
/// </summary>
public sealed class RabbitMqServer : IAsyncLifetime
{
    /// <summary>The server itself: the wrapper in /usr/sbin changes the user and the directories.</summary>
    const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    const string Control = "/usr/lib/rabbitmq/bin/rabbitmqctl";
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly TemporaryFolder data = new();
    readonly Dictionary<string, string> environment = [];
    Process? portMapper;
    Process? server;

    /// <summary>AMQP port.</summary>
    public int Port { get; private set; }

    /// <summary>Settings of a host that uses this broker.</summary>
    public string[] Settings => ["Bus:Transport=RabbitMq", string.Create(CultureInfo.InvariantCulture, $"Bus:RabbitMq:Port={Port}")];

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException($"{Program} is missing; install Debian's package rabbitmq-server.");
        }

        var ports = FreePorts(3);
        Port = ports[0];
        Prepare(ports[1], ports[2]);
        portMapper = Start("epmd", "-port", environment["ERL_EPMD_PORT"], "-address", "127.0.0.1");
        await StartAsync();
    }

    /// <summary>Starts the server, or starts it again after <see cref="StopAsync"/>, and waits until it takes connections.</summary>
    public async Task StartAsync()
    {
        server = Start(Program);
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                await using var connection = await ConnectAsync(patience.Token);
                return;
            }
            catch (BrokerUnreachableException) when (!server.HasExited)
            {
                await Task.Delay(100, patience.Token);
            }
        }
    }

    /// <summary>Stops the server in good order. Not by kill −9: RabbitMQ 3.10 may then lose a quorum queue that is only seconds old, which
    /// says nothing about queues as they stand for years.</summary>
    public async Task StopAsync()
    {
        await AskAsync("stop");
        using var patience = new CancellationTokenSource(Patience);
        await server!.WaitForExitAsync(patience.Token);
    }

    /// <summary>Connects as the default user, who may from this machine.</summary>
    public Task<IConnection> ConnectAsync(CancellationToken cancellationToken = default) =>
        new ConnectionFactory { HostName = "127.0.0.1", Port = Port, RequestedConnectionTimeout = TimeSpan.FromSeconds(5) }.CreateConnectionAsync(cancellationToken);

    /// <summary>What the server's own tool says.</summary>
    public async Task<string> AskAsync(params string[] arguments)
    {
        using var control = Start(Control, ["--quiet", .. arguments]);
        var answer = await control.StandardOutput.ReadToEndAsync();
        await control.WaitForExitAsync();
        return answer;
    }

    /// <summary>The end of the server's log.</summary>
    public string Log() => string.Join('\n', Directory.GetFiles(data.File("log")).Where(file => !file.Contains("upgrade", StringComparison.Ordinal))
        .SelectMany(File.ReadAllLines).TakeLast(200));

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach (var process in new[] { server, portMapper }.OfType<Process>())
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }

            process.Dispose();
        }

        data.Dispose();
    }

    void Prepare(int distribution, int mapper)
    {
        File.WriteAllText(data.File("enabled_plugins"), "[].");
        environment["HOME"] = data.Path;
        environment["ERL_EPMD_PORT"] = mapper.ToString(CultureInfo.InvariantCulture);
        environment["ERL_EPMD_ADDRESS"] = "127.0.0.1";
        environment["RABBITMQ_NODENAME"] = string.Create(CultureInfo.InvariantCulture, $"ansinh-{Environment.ProcessId}-{Port}@localhost");
        environment["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1";
        environment["RABBITMQ_NODE_PORT"] = Port.ToString(CultureInfo.InvariantCulture);
        environment["RABBITMQ_DIST_PORT"] = distribution.ToString(CultureInfo.InvariantCulture);
        environment["RABBITMQ_MNESIA_BASE"] = data.File("mnesia");
        environment["RABBITMQ_LOG_BASE"] = data.File("log");
        environment["RABBITMQ_PID_FILE"] = data.File("pid");
        environment["RABBITMQ_ENABLED_PLUGINS_FILE"] = data.File("enabled_plugins");
        environment["RABBITMQ_CONFIG_FILE"] = data.File("none");
        environment["RABBITMQ_CONF_ENV_FILE"] = data.File("none");
        environment["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}";
    }

    Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        if (program != Control)
        {
            process.BeginOutputReadLine();
        }

        return process;
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
