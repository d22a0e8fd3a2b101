using System.Collections.Concurrent;
using System.Net;
using AnSinh.Contracts.Events.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AnSinh.Reporting.Tests.Rebuild;

/// <summary>A source's feed without events, which notes until when each reader waits.</summary>
sealed class WatchedFeed : EventFeed.EventFeedBase, IAsyncDisposable
{
    WebApplication? app;

    /// <summary>The deadline of each reading; the end of time where there was none.</summary>
    public ConcurrentQueue<DateTime> Deadlines { get; } = [];

    public string Address => app!.Urls.First();

    public static async Task<WatchedFeed> StartAsync()
    {
        var feed = new WatchedFeed();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(feed);
        feed.app = builder.Build();
        feed.app.MapGrpcService<WatchedFeed>();
        await feed.app.StartAsync();
        return feed;
    }

    public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context)
    {
        Deadlines.Enqueue(context.Deadline);
        return Task.FromResult(new ReadResponse());
    }

    public async ValueTask DisposeAsync() => await app!.DisposeAsync();
}
