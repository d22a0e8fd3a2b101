using System.Globalization;
using AnSinh.Contracts.Events.V1;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Resilience;
using Microsoft.Extensions.Configuration;

namespace AnSinh.ServiceKit.Subscriptions;

/// <summary>Reads the event feeds of other services over gRPC, at the addresses under <c>Feeds</c>.</summary>
/// <param name="channels">Channels with identity and resilience.</param>
/// <param name="modules">What runs in this process.</param>
/// <param name="configuration">Holds <c>Feeds:&lt;source&gt;</c>.</param>
public sealed class FeedClient(GrpcChannels channels, HostedModules modules, IConfiguration configuration)
{
    /// <summary>Most events in one page.</summary>
    public const int PageSize = 2_000;

    /// <summary>Reads a page of events after a sequence number.</summary>
    /// <exception cref="Grpc.Core.RpcException">The source does not answer.</exception>
    /// <exception cref="InvalidOperationException">No address is configured for the source.</exception>
    public async Task<(IReadOnlyList<EventEnvelope> Events, long Head)> ReadAsync(string source, long after, CancellationToken cancellationToken)
    {
        // A source that runs in this very process is read at this process's own port.
        var address = configuration[$"Feeds:{source}"] ?? (modules.Names.Contains(source) ? GrpcChannels.Self : null)
            ?? throw new InvalidOperationException($"Feeds:{source} is not configured: the gRPC address of that service.");
        var client = new EventFeed.EventFeedClient(channels.Invoker(address));
        var response = await client.ReadAsync(
            new ReadRequest { Source = source, AfterSequence = after, PageSize = PageSize }, cancellationToken: cancellationToken);
        return ([.. response.Events.Select(ToEnvelope)], response.HeadSequence);
    }

    static EventEnvelope ToEnvelope(Event message) => new()
    {
        EventId = Guid.Parse(message.Id, CultureInfo.InvariantCulture),
        Sequence = message.Sequence,
        Type = message.Type,
        Subject = Guid.Parse(message.Subject, CultureInfo.InvariantCulture),
        OccurredOn = new DateOnly(message.OccurredOn.Year, message.OccurredOn.Month, message.OccurredOn.Day),
        RecordedAt = message.RecordedAt.ToDateTimeOffset(),
        AreaCode = message.AreaCode,
        SchemaVersion = message.SchemaVersion,
        Actor = message.Actor,
        TraceParent = message.TraceParent,
        Data = message.Data,
    };
}
