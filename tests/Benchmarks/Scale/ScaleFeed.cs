using System.Globalization;
using AnSinh.Contracts.Events.V1;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AnSinh.Benchmarks.Scale;

/// <summary>The feeds of the five sources over gRPC, as a rebuild reads them. Pages are computed, not stored.</summary>
/// <param name="events">The logs.</param>
/// <param name="heads">How long each is by now.</param>
sealed class ScaleFeed(ScaleEvents events, ScaleHeads heads) : EventFeed.EventFeedBase
{
    /// <summary>Serves the feeds on a free port.</summary>
    public static async Task<WebApplication> StartAsync(ScaleEvents events, ScaleHeads heads)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(new ScaleFeed(events, heads));
        var app = builder.Build();
        app.MapGrpcService<ScaleFeed>();
        await app.StartAsync();
        return app;
    }

    /// <inheritdoc/>
    public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context)
    {
        var head = heads[request.Source];
        return Task.FromResult(new ReadResponse
        {
            HeadSequence = head,
            Events = { events.Read(request.Source, request.AfterSequence, request.PageSize, head).Select(told => ToMessage(request.Source, told)) },
        });
    }

    static Event ToMessage(string source, EventEnvelope told) => new()
    {
        Id = told.EventId.ToString("D", CultureInfo.InvariantCulture),
        Source = source,
        Sequence = told.Sequence,
        Type = told.Type,
        Subject = told.Subject.ToString("D", CultureInfo.InvariantCulture),
        OccurredOn = WireDate.Of(told.OccurredOn),
        RecordedAt = Timestamp.FromDateTimeOffset(told.RecordedAt),
        AreaCode = told.AreaCode,
        SchemaVersion = told.SchemaVersion,
        Actor = told.Actor,
        TraceParent = told.TraceParent,
        Data = told.Data,
    };
}

/// <summary>How long the log of each source is.</summary>
sealed class ScaleHeads
{
    readonly System.Collections.Concurrent.ConcurrentDictionary<string, long> heads = new(StringComparer.Ordinal);

    /// <summary>The last sequence number of a source.</summary>
    public long this[string source]
    {
        get => heads.GetValueOrDefault(source);
        set => heads[source] = value;
    }

    /// <summary>All events.</summary>
    public long Total => heads.Values.Sum();
}
