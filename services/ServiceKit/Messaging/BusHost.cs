using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AnSinh.ServiceKit.Messaging;

/// <summary>Starts and stops the bus with the process; a reader that hangs may keep the bus from ever saying that it has stopped, and the process ends
/// all the same. What the reader had not confirmed is delivered again.</summary>
/// <param name="bus">The library's own part.</param>
/// <param name="logger">Log.</param>
sealed partial class BusHost(MassTransitHostedService bus, ILogger<BusHost> logger) : IHostedService
{
    // A third of what a host gives itself to stop.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => bus.StartAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The system's clock: a process must end under a clock that stands, too.
            await bus.StopAsync(cancellationToken).WaitAsync(Patience, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            LogLeft(Patience.TotalSeconds);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bus has not stopped within {Seconds} s; the process goes on without it.")]
    partial void LogLeft(double seconds);
}
