using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Messaging;
using AnSinh.ServiceKit.Persistence;
using Grpc.Core;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AnSinh.ServiceKit.Subscriptions;

/// <summary>Keeps one subscription caught up: at start, whenever a gap shows, and by a timer.</summary>
public sealed partial class SubscriptionRunner<TDb, THandler>(
    Subscription<TDb, THandler> subscription,
    IHostApplicationLifetime lifetime,
    IOptions<SubscriptionOptions> options,
    TimeProvider time,
    ILogger<SubscriptionRunner<TDb, THandler>> logger) : BackgroundService
    where TDb : ServiceDb
    where THandler : class, IEventHandler<TDb>
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The feed may be served by this very process, so nothing is asked before it listens.
        await BackgroundWork.ListeningAsync(lifetime, stoppingToken);
        var pause = TimeSpan.FromMilliseconds(100);
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = options.Value.CatchUpEvery;
            try
            {
                await subscription.CatchUpAsync(stoppingToken);
                pause = TimeSpan.FromMilliseconds(100);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested && !lifetime.ApplicationStopping.IsCancellationRequested)
            {
                // A source that starts later or is being replaced is nothing to show a stack for.
                if (fault is RpcException { StatusCode: StatusCode.Unavailable } away)
                {
                    LogAway(THandler.Consumer, subscription.Source, away.Status.Detail);
                }
                else if (fault is SourceRewoundException rewound)
                {
                    LogRewound(rewound.Message);
                }
                else
                {
                    LogFault(THandler.Consumer, subscription.Source, fault);
                }

                wait = pause;
                pause = pause * 2 < options.Value.LongestPause ? pause * 2 : options.Value.LongestPause;
            }
            catch (Exception)
            {
                // Stopping: a call that ends with the process says so in its own way (a cancelled rpc is no OperationCanceledException), and a
                // source in this very process is gone before this runner is told to stop.
                return;
            }

            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Consumer} cannot follow {Source} now; it will be tried again.")]
    partial void LogFault(string consumer, string source, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Message}")]
    partial void LogRewound(string message);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Consumer} cannot reach {Source} now; it will be tried again. {Detail}")]
    partial void LogAway(string consumer, string source, string detail);
}

/// <summary>Hands runs from the bus to the subscriptions of one consumer.</summary>
/// <param name="subscriptions">The consumer's subscriptions.</param>
public sealed class EventRunConsumer<TDb, THandler>(IEnumerable<Subscription<TDb, THandler>> subscriptions) : IConsumer<EventRun>
    where TDb : ServiceDb
    where THandler : class, IEventHandler<TDb>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<EventRun> context) =>
        subscriptions.FirstOrDefault(one => one.Source == context.Message.Source) is { } subscription && context.Message.Events.Count > 0
            ? subscription.OfferAsync(context.Message, context.CancellationToken)
            : Task.CompletedTask;
}
