using AnSinh.Contracts.Events.V1;
using Grpc.Core;

namespace AnSinh.ServiceKit.Tests.Hosting;

/// <summary>A stream that says something when the test wants it to, and ends when its reader goes.</summary>
sealed class FeedProbe : EventFeed.EventFeedBase
{
    readonly SemaphoreSlim next = new(0);

    /// <summary>Lets a stream say one thing more; the first one comes by itself.</summary>
    public void Next() => next.Release();

    public override async Task Subscribe(SubscribeRequest request, IServerStreamWriter<SubscribeResponse> responseStream, ServerCallContext context)
    {
        while (true)
        {
            await responseStream.WriteAsync(new SubscribeResponse { HeadSequence = 7 }, context.CancellationToken);
            await next.WaitAsync(context.CancellationToken);
        }
    }
}
