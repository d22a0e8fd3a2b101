using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AnSinh.ServiceKit.Messaging;

/// <summary>
/// Reads the queues of this process, and replaces a reader that hangs. A broker that dies while a queue is being declared can leave the library
/// waiting for an answer that nobody will give: no try fails any more, none is made, and the queue would stay unread until somebody starts the
/// process again. A reader that only cannot reach its broker says so at least once a minute, and is left alone.
/// </summary>
/// <param name="connector">Connects readers.</param>
/// <param name="endpoints">Queues and their consumers.</param>
/// <param name="configure">How a reader is set up.</param>
/// <param name="signs">When each was last heard of.</param>
/// <param name="options">How long is too long.</param>
/// <param name="time">Clock.</param>
/// <param name="logger">Log.</param>
sealed partial class BrokerEndpoints(
    IReceiveEndpointConnector connector,
    List<BusEndpoint> endpoints,
    Action<IRegistrationContext, IReceiveEndpointConfigurator, BusEndpoint> configure,
    EndpointSigns signs,
    IOptions<BrokerEndpointOptions> options,
    TimeProvider time,
    ILogger<BrokerEndpoints> logger) : BackgroundService
{
    readonly Dictionary<string, HostReceiveEndpointHandle> readers = [];

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        endpoints.ForEach(Connect);
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var look = new PeriodicTimer(options.Value.SilentFor / 10, time);
        while (await look.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var hanging in endpoints.Where(endpoint => signs.Silence(endpoint.Queue) > options.Value.SilentFor))
            {
                LogReplaced(hanging.Queue, options.Value.SilentFor);
                LetGo(readers[hanging.Queue]);
                Connect(hanging);
            }
        }
    }

    void Connect(BusEndpoint endpoint)
    {
        signs.Tried(endpoint.Queue);
        readers[endpoint.Queue] = connector.ConnectReceiveEndpoint(endpoint.Queue, (context, receive) => configure(context, receive, endpoint));
    }

    // The name is free at once; the end of what hangs may never come, and nobody waits for it.
    static void LetGo(HostReceiveEndpointHandle reader)
    {
        var ending = reader.StopAsync(CancellationToken.None);
        _ = ending.ContinueWith(ended => _ = ended.Exception, TaskScheduler.Default);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing was heard of the reader of {Queue} for {Silence}; it is replaced.")]
    partial void LogReplaced(string queue, TimeSpan silence);
}

/// <summary>Settings of the readers on the broker, under <c>Bus:RabbitMq</c>.</summary>
sealed class BrokerEndpointOptions
{
    /// <summary>How long a queue may be unread without a failed try, before its reader is replaced. The pauses between tries are shorter.</summary>
    public TimeSpan SilentFor { get; set; } = TimeSpan.FromSeconds(90);
}
